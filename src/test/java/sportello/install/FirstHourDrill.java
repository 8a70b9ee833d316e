package sportello.install;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import sportello.SportelloTest;
import sportello.browser.Browser;
import sportello.browser.Look;
import sportello.browser.Parts;

/** A program that nobody uses yet, and whoever sets it up: from the first page to the desk that takes mail and sends it. */
@Tag("drill")
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.application.name=first-hour")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstHourDrill {
    private static final String PASSWORD = "girasole quattro venti";
    private static final String SECRET = "segreto-della-casella";

    @Autowired
    private FoundingCode code;

    @LocalServerPort
    private int port;

    private final GreenMail post = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    private Browser browser;
    private Page ada;

    @BeforeAll
    void nobody_is_here_but_a_mail_server() {
        post.start();
        post.setUser("aiuto@valle.example", "aiuto", SECRET);
        post.setUser("ada.conti@valle.example", "ada", SECRET);
        browser = new Browser("http://localhost:" + port);
        ada = browser.window(1440, 900, ColorScheme.LIGHT);
    }

    @AfterAll
    void no_page_had_trouble() {
        browser.close();
        post.stop();
        browser.hadNoTrouble();
    }

    @Test
    @Order(1)
    void the_desk_is_founded_and_its_first_step_stands_there() {
        ada.navigate("/founding?code=" + code.value());
        onAllScreens("1-apertura");
        fill("company", "Valle Servizi");
        fill("email", "aiuto@valle.example");
        fill("firstName", "Ada");
        fill("lastName", "Conti");
        fill("ownEmail", "ada.conti@valle.example");
        fill("login", "ada.conti");
        fill("password", PASSWORD);
        fill("repeated", PASSWORD);
        button(ada, "Apri lo sportello").click();
        assertThat(ada.locator("body")).containsText("Lo sportello è aperto. Acceda come ada.conti.");
        Parts.logIn(ada, "ada.conti", PASSWORD);
        ada.waitForURL("**/admin/company?guided=true");
        ada.navigate("/founding");
        ada.waitForURL("**/agent");
    }

    @Test
    @Order(2)
    void the_company_has_its_face() {
        ada.navigate("/admin/start");
        onAllScreens("2-azienda");
        fill("accent", "blu");
        fill("footer", "P. IVA 01234567890");
        fill("accent", "#0f5ea8");
        field("logo").setInputFiles(Path.of("src/main/resources/demo/logo.png"));
        goOn();
        ada.waitForURL("**/admin/relay/new?guided=true");
        assertThat(ada.locator(".notice")).containsText("Valle Servizi");
    }

    @Test
    @Order(3)
    void a_wrong_password_is_said_with_the_servers_words_and_nothing_is_lost() throws Exception {
        onAllScreens("3-posta-in-uscita");
        fill("name", "Posta");
        fill("host", "127.0.0.1");
        fill("port", "" + post.getSmtp().getPort());
        field("encryption").selectOption("NONE");
        fill("user", "ada");
        fill("secret", "sbagliata");
        button(ada, "Prova").click();
        assertThat(ada.locator("#tried .refusal")).containsText("Il server dice: 535");
        assertThat(field("user")).hasValue("ada");
        assertThat(field("secret")).hasValue("sbagliata");
        Look.at(ada, "prima-ora/3-rifiutata");
        fill("secret", SECRET);
        button(ada, "Prova").click();
        assertThat(ada.locator("#tried")).containsText("ha preso la mail di prova per ada.conti@valle.example");
        assertThat(post.waitForIncomingEmail(20_000, 1)).isTrue();
        assertThat(post.getReceivedMessages()[0].getSubject()).isEqualTo("Prova della posta in uscita");
        goOn();
        ada.waitForURL("**/admin/mailboxes/new?guided=true");
    }

    @Test
    @Order(4)
    void a_mailbox_is_looked_into_and_nothing_is_fetched() throws Exception {
        onAllScreens("4-casella");
        fill("name", "Assistenza");
        field("security").selectOption("NONE");
        fill("host", "127.0.0.1");
        fill("port", "" + post.getImap().getPort());
        fill("user", "aiuto");
        fill("secret", "sbagliata");
        button(ada, "Prova").click();
        assertThat(ada.locator("#tried .refusal")).containsText("La casella non si apre.");
        assertThat(field("secret")).hasValue("sbagliata");
        fill("secret", SECRET);
        button(ada, "Prova").click();
        assertThat(ada.locator("#tried")).containsText("Cartelle: INBOX.");
        Look.at(ada, "prima-ora/4-provata");
        link(ada, "Più tardi").click();
        ada.waitForURL("**/admin/queues/starter?guided=true");
    }

    @Test
    @Order(5)
    void queues_come_to_be() {
        onAllScreens("5-code");
        ada.locator("[name=name]").nth(1).fill("Assistenza");
        button(ada, "Crea le code scelte").click();
        assertThat(ada.locator(".refusal")).containsText("Una coda «Assistenza» c’è già.");
        ada.locator("[name=name]").nth(1).fill("Domande");
        button(ada, "Crea le code scelte").click();
        ada.waitForURL("**/admin/hours/new?guided=true");
    }

    @Test
    @Order(6)
    void working_hours_are_proposed_and_what_was_left_is_still_to_be_done() {
        assertThat(field("monday")).hasValue("08:00–12:30, 13:30–17:30");
        onAllScreens("6-orari");
        fill("friday", "8-12, 11-13");
        goOn();
        assertThat(ada.locator("#amiss-friday")).containsText("si sovrappongono");
        assertThat(field("friday")).hasValue("8-12, 11-13");
        Look.at(ada, "prima-ora/6-sovrapposte");
        fill("friday", "8-12");
        goOn();
        ada.waitForURL("**/admin");
        assertThat(ada.locator(".first-steps li")).hasCount(1);
        assertThat(ada.locator(".first-steps")).containsText("Caselle di posta");
        onAllScreens("7-ancora-da-fare");
        button(ada, "Non serve")
                .or(ada.getByLabel("Non serve: Caselle di posta"))
                .first()
                .click();
        assertThat(ada.locator(".first-steps")).hasCount(0);
        ada.navigate("/admin/start");
        ada.waitForURL("**/admin");
    }

    /** Wide by day, and on a phone by night. */
    private void onAllScreens(String name) {
        Look.at(ada, "prima-ora/" + name);
        ada.setViewportSize(360, 780);
        ada.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Look.at(ada, "prima-ora/" + name + "-telefono");
        ada.setViewportSize(1440, 900);
        ada.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private Locator field(String name) {
        return ada.locator("main [name=" + name + "]");
    }

    private void fill(String name, String text) {
        field(name).fill(text);
    }

    private void goOn() {
        button(ada, "Salva e continua").click();
    }
}
