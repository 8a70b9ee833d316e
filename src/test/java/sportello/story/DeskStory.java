package sportello.story;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Parts;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.Accounts;

/** A story that plays in an empty house with the usual cast, in which other stories may have played before. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DeskStory {
    private static final String PASSWORD = "vento caldo sul molo";

    @Autowired
    JdbcClient db;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    Cast cast;
    Browser browser;

    @BeforeAll
    void the_desk_is_open() {
        cast = Cast.onStage(db);
        browser = new Browser("http://localhost:" + port);
    }

    @AfterAll
    void no_page_had_trouble() {
        browser.close();
        browser.hadNoTrouble();
    }

    /** From now on they can log in, whoever let them in before. */
    void letIn(Operator operator) {
        var id = cast.id(operator);
        db.sql("delete from account where agent_id = :id")
                .param("id", id.value())
                .update();
        accounts.open(id, PASSWORD);
    }

    static void enter(Page page, String path, Operator operator) {
        Parts.enter(page, path, operator.login(), PASSWORD);
    }

    static void logIn(Page page, Operator operator) {
        Parts.logIn(page, operator.login(), PASSWORD);
    }
}
