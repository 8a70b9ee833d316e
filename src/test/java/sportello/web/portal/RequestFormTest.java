package sportello.web.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.PAOLO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Parts;
import sportello.cast.Cast;
import sportello.identity.Accounts;
import sportello.ticket.Uploads;

/** A form in a real browser: what the scripts add, and that nothing typed is ever lost. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestFormTest {
    private static final String PASSWORD = "vento caldo sul molo";
    private static final Pattern REQUEST = Pattern.compile(".*/portal/requests/\\d+");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    private final List<String> ways = new ArrayList<>();
    private Browser browser;
    private Page page;

    @BeforeEach
    void paolo_writes_a_request() {
        var paolo = Cast.onStage(db).id(PAOLO);
        if (hasNoAccount(paolo.value())) accounts.open(paolo, PASSWORD);
        browser = new Browser("http://localhost:" + port);
        page = browser.window();
        Parts.enter(page, "/portal/requests/new", PAOLO.login(), PASSWORD);
        page.fill("#title", "Caldaia in blocco");
        page.fill("#text", "Da stamattina la caldaia della scuola è in blocco.");
        page.onRequest(request -> {
            if (request.method().equals("POST")) ways.add(request.resourceType());
        });
    }

    @AfterEach
    void the_browser_is_closed() {
        browser.close();
    }

    @Test
    void files_are_sent_with_their_progress_and_the_next_page_says_what_happened() {
        page.evaluate("""
                () => new MutationObserver(() => window.seen = true)
                    .observe(document.querySelector("[data-sending-target=progress]"), { attributeFilter: ["hidden"] })
                """);
        page.setInputFiles("#files", file("foto.jpg", 3_000_000));
        page.click("text=Invia la richiesta");

        page.waitForURL(REQUEST);
        assertThat(page.locator(".notice")).containsText("Abbiamo ricevuto la sua richiesta");
        assertThat(page.locator(".message-files")).containsText("foto.jpg");
        assertThat(page.evaluate("() => window.seen")).isEqualTo(true);
        assertThat(ways).containsExactly("xhr");
    }

    @Test
    void a_file_beyond_the_limit_is_told_before_anything_is_sent() {
        page.setInputFiles("#files", files(Uploads.MOST + 1));
        assertThat(page.locator("#files-chosen"))
                .hasText("Si possono allegare al massimo 20 file per volta; questi sono 21.");
        page.click("text=Invia la richiesta");
        assertThat(ways).isEmpty();

        page.setInputFiles("#files", file("foto.jpg", 10));
        assertThat(page.locator("#files-chosen")).isEmpty();
        page.click("text=Invia la richiesta");
        page.waitForURL(REQUEST);
    }

    @Test
    void what_the_door_refuses_comes_back_in_place() {
        page.fill("#title", "\u200B");
        page.setInputFiles("#files", file("foto.jpg", 10));
        page.click("text=Invia la richiesta");

        assertThat(page.locator("#title-problem")).hasText("Scriva un titolo.");
        assertThat(page.locator("#files-lost")).isVisible();
        assertThat(page.locator("#text")).hasValue("Da stamattina la caldaia della scuola è in blocco.");
    }

    @Test
    void whoever_is_no_longer_logged_in_keeps_what_was_typed_and_can_send_it_later() {
        var cookies = page.context().cookies();
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                        .setName(Pattern.compile(".*session")));
        page.click("text=Invia la richiesta");
        assertThat(page.locator("text=il suo accesso è scaduto")).isVisible();
        assertThat(page.locator("#text")).hasValue("Da stamattina la caldaia della scuola è in blocco.");

        page.context().addCookies(cookies);
        page.click("text=Invia la richiesta");
        page.waitForURL(REQUEST);
    }

    @Test
    void without_a_connection_what_was_typed_stays() {
        page.context().setOffline(true);
        page.setInputFiles("#files", file("foto.jpg", 10));
        page.click("text=Invia la richiesta");
        assertThat(page.locator("text=L’invio non è riuscito")).isVisible();

        page.context().setOffline(false);
        page.click("text=Invia la richiesta");
        page.waitForURL(REQUEST);
        assertThat(page.locator(".message-files")).containsText("foto.jpg");
    }

    private static FilePayload[] files(int many) {
        var files = new FilePayload[many];
        for (var nth = 0; nth < many; nth++) files[nth] = file("foto" + nth + ".jpg", 10);
        return files;
    }

    private static FilePayload file(String name, int size) {
        return new FilePayload(name, "image/jpeg", new byte[size]);
    }

    private boolean hasNoAccount(long customerUser) {
        return db.sql("select count(*) from account where customer_user_id = :user")
                        .param("user", customerUser)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
