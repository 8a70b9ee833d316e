package sportello.story;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Parts;

/**
 * A story that plays in the demo, with its people, tickets and post office. All share one house: each looks after its
 * own tickets and counts on nobody else's.
 */
@SportelloTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DemoStory {
    private static final String PASSWORD = "demo-valle-servizi";
    static final int SMTP = TestSocketUtils.findAvailableTcpPort();

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final int IMAP = TestSocketUtils.findAvailableTcpPort();

    final Browser browser = new Browser("http://localhost:" + PORT);
    final Post post = new Post(IMAP, this::hurry);

    @Autowired
    JdbcClient db;

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry registry) {
        registry.add("sportello.port", () -> PORT);
        registry.add("sportello.base-url", () -> "http://localhost:" + PORT);
        registry.add("SPORTELLO_DEMO_SMTP_PORT", () -> SMTP);
        registry.add("SPORTELLO_DEMO_IMAP_PORT", () -> IMAP);
    }

    @AfterAll
    void no_page_had_trouble() {
        browser.close();
        browser.hadNoTrouble();
    }

    /** The ten seconds in which a mail can be taken back are waited for elsewhere. */
    private void hurry() {
        db.sql("update letter set leaves_at = now() where leaves_at > now()").update();
        db.sql("update scheduled_tasks set execution_time = now() where task_name = 'send-letter' and not picked")
                .update();
    }

    static void enter(Page page, String path, String username) {
        Parts.enter(page, path, username, PASSWORD);
    }

    static void logIn(Page page, String username) {
        Parts.logIn(page, username, PASSWORD);
    }
}
