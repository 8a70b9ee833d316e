package sportello.web.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Look;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.identity.Accounts;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.ticket.Answering;
import sportello.ticket.Mail;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** The customers' pages for everybody: on a phone and on a screen, by day and by night, seen or read aloud. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PortalAccessTest {
    private static final String PASSWORD = "vento caldo sul molo";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Opening opening;

    @Autowired
    private Answering answering;

    private final List<String> complaints = new ArrayList<>();
    private Browser browser;
    private Page page;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked_and_laura_has_answered() {
        var cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        if (hasNoAccount(giulia.id().value())) accounts.open(giulia.id(), PASSWORD);
        number = LibraryStory.askedBy(giulia, opening);
        var mail = new Mail(
                Addressees.only(new Recipient("Giulia Moretti", "biblioteca@roccalba.example")),
                new Title("Orari"),
                new Message("Quale fascia?"),
                Uploads.NONE);
        answering.answer(number, 0, 1, mail, cast.as(LAURA));
        browser = new Browser("http://localhost:" + port);
        page = browser.window();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("422")) complaints.add(message.text());
        });
    }

    @AfterEach
    void the_browser_is_closed() {
        browser.close();
    }

    /** In the dark on a phone; LooksDrill looks at them in other lights and widths too. */
    @Test
    @Tag("drill")
    void every_page_is_for_everybody() {
        page.setViewportSize(360, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate("/login?target=/portal");
        page.fill("[name=username]", GIULIA.login());
        page.fill("[name=password]", PASSWORD);
        page.click(".card button:not([name])");
        page.waitForURL("**/portal");
        look("first");
        page.navigate("/portal?scope=ours");
        look("ours");
        page.navigate("/portal/requests/" + number);
        look("request");
        page.navigate("/portal/requests/new");
        look("new");
        page.fill("#title", "a".repeat(3));
        page.evaluate("() => { document.querySelector('form.letter').noValidate = true }");
        page.click(".letter .btn-primary");
        page.waitForSelector("#text-problem");
        look("refused");
        assertThat(complaints).isEmpty();
    }

    private void look(String name) {
        Look.at(page, "portal-" + name);
    }

    private boolean hasNoAccount(long customerUser) {
        return db.sql("select count(*) from account where customer_user_id = :user")
                        .param("user", customerUser)
                        .query(Long.class)
                        .single()
                == 0;
    }
}
