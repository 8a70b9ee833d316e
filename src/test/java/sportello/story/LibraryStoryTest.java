package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;
import static sportello.browser.Parts.settled;
import static sportello.browser.Parts.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.cast.LibraryStory;

/**
 * The procedure's own story, from the first word to the last mail, in a real browser against the demo: the library has
 * new opening hours (S13 to S26, S28 to S33, S36, S39 to S46, S49 to S61, S66 to S68, S70).
 */
class LibraryStoryTest extends DemoStory {
    private static final String GIULIA = "giulia.moretti";
    private static final String LAURA = "laura.bassi";
    private static final Path PICTURES = Path.of("target", "story");

    private Page giulia;
    private Page laura;
    private Page mario;
    private String number = "";
    private String giuliasAddress = "";

    @BeforeAll
    void open() throws Exception {
        giulia = browser.window(390, 844, ColorScheme.LIGHT);
        laura = browser.window(1440, 900, ColorScheme.LIGHT);
        mario = browser.window(1280, 900, ColorScheme.DARK);
    }

    @Test
    @Order(1)
    void the_log_in_page_of_the_demo_shows_who_can_enter() {
        giulia.navigate("/portal");
        assertThat(giulia.getByLabel("Nome utente")).isVisible();
        assertThat(giulia.getByText(GIULIA).first()).isVisible();
        assertThat(giulia.getByText("Hai dimenticato la password?")).isVisible();
        Look.step(giulia, "01-accesso");
    }

    @Test
    @Order(2)
    void giulia_writes_that_the_library_has_new_hours() throws Exception {
        logIn(giulia, GIULIA);
        giulia.waitForURL("**/portal");
        Look.step(giulia, "02-portale");
        giulia.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nuova richiesta"))
                .click();
        giulia.getByLabel("Titolo").fill(LibraryStory.TITLE);
        giulia.locator("textarea[name=text]").fill(LibraryStory.TEXT);
        var plan = Files.createDirectories(PICTURES).resolve("orari-biblioteca.txt");
        Files.writeString(plan, LibraryStory.TEXT, StandardCharsets.UTF_8);
        giulia.locator("input[type=file]").setInputFiles(plan);
        Look.step(giulia, "03-nuova-richiesta");
        giulia.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia"))
                .click();
        giulia.waitForURL(Pattern.compile(".*/portal/requests/\\d+$"));
        number = giulia.url().replaceFirst(".*/", "");
        assertThat(number).matches("20\\d{6}10\\d{6}");
        assertThat(giulia.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("orari-biblioteca.txt"))))
                .isVisible();
        Look.step(giulia, "04-richiesta");
    }

    @Test
    @Order(3)
    void owner_responsible_and_giulia_are_told() throws Exception {
        giuliasAddress = "biblioteca@roccalba.example";
        var subject = "[Ticket#%s] nuovo - Comune di Roccalba".formatted(number);
        var toLaura = post.latest("laura.bassi@valleservizi.example", number, 1);
        assertThat(toLaura.subject()).isEqualTo(subject);
        assertThat(toLaura.autoSubmitted()).isEqualTo("auto-generated");
        assertThat(toLaura.raw())
                .contains("Buongiorno Laura")
                .contains("Cliente: Comune di Roccalba")
                .contains("Utente: Giulia Moretti")
                .contains("Action=3DAgentTicketZoom;TicketID=3D")
                .contains("logo@sportello");
        assertThat(post.latest("carla.neri@valleservizi.example", number, 1).subject())
                .isEqualTo(subject);
        assertThat(post.latest(giuliasAddress, number, 1).subject()).isEqualTo(subject);
        post.of("mario.ferri@valleservizi.example", number, 0);
        post.of("anna.riva@valleservizi.example", number, 0);
    }

    @Test
    @Order(4)
    void laura_follows_the_link_of_her_mail_through_the_log_in() throws Exception {
        var link = ticketLink(
                post.latest("laura.bassi@valleservizi.example", number, 1).raw());
        laura.navigate(link);
        logIn(laura, LAURA);
        laura.waitForURL("**/tickets/" + number);
        assertThat(laura.locator("h1")).containsText("Ticket#" + number);
        assertThat(laura.locator("h1")).containsText(LibraryStory.TITLE);
        assertThat(row(laura, "2")).containsText("creato");
        Look.step(laura, "05-ticket-nuovo");
    }

    @Test
    @Order(5)
    void her_dashboard_lists_it_among_the_new_ones() {
        laura.navigate("/agent");
        assertThat(laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number)))
                .isVisible();
        Look.step(laura, "06-cruscotto");
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number))
                .click();
        laura.waitForURL("**/tickets/" + number);
    }

    @Test
    @Order(6)
    void she_locks_it_and_everybody_sees_that_it_is_in_hand() throws Exception {
        button(laura, "Blocca").click();
        assertThat(button(laura, "Rilascia")).isVisible();
        assertThat(laura.locator("main")).containsText("In lavorazione");
        assertThat(row(laura, "3")).containsText("Blocco ticket");
        glance(laura, "07-in-lavorazione");

        assertThat(post.latest("carla.neri@valleservizi.example", number, 2).subject())
                .isEqualTo("[Ticket#%s] in lavorazione - Comune di Roccalba".formatted(number));
        assertThat(post.latest(giuliasAddress, number, 2).subject()).contains("in lavorazione");
        post.of("laura.bassi@valleservizi.example", number, 1);

        giulia.reload();
        assertThat(giulia.locator("main")).containsText("Laura Bassi");
    }

    @Test
    @Order(7)
    void mario_cannot_work_on_it_meanwhile() {
        enter(mario, "/tickets/" + number, "mario.ferri");
        assertThat(mario.locator("main")).containsText("Laura Bassi");
        mario.navigate("/tickets/" + number + "/answers/new?article=1");
        text(mario).fill("Rispondo io.");
        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        assertThat(mario.locator(".refusal[role=alert]")).containsText("bloccato da Laura Bassi");
        assertThat(text(mario)).hasText("Rispondo io.");
        glance(mario, "08-bloccato-da-altri");
    }

    @Test
    @Order(8)
    void laura_leaves_an_internal_note_of_which_giulia_learns_nothing() throws Exception {
        settled(laura);
        laura.getByText("Comunicazione", new Page.GetByTextOptions().setExact(true))
                .click();
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nota"))
                .click();
        laura.getByLabel("Oggetto").fill("Verifica");
        text(laura).fill("Sentito il manutentore: passa lunedì. CANARINO-INTERNO");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aggiungi la nota"))
                .click();
        assertThat(row(laura, "4")).containsText("Nota interna");
        glance(laura, "09-nota-interna");

        post.of("carla.neri@valleservizi.example", number, 3);
        assertThat(post.of(giuliasAddress, number, 2))
                .noneMatch(mail -> mail.raw().contains("CANARINO"));
        giulia.reload();
        assertThat(giulia.content()).doesNotContain("CANARINO");
    }

    @Test
    @Order(9)
    void laura_asks_giulia_something() throws Exception {
        row(laura, "1").getByRole(AriaRole.LINK).first().click();
        assertThat(laura.locator("#article-title")).containsText("#1");
        laura.getByLabel("Altri modi di rispondere").click();
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Richiesta di chiarimenti"))
                .click();
        var text = text(laura);
        assertThat(text)
                .hasText(Pattern.compile(
                        "Buongiorno Giulia,[\\s\\S]*«Variazione orario biblioteca»[\\s\\S]*Laura Bassi[\\s\\S]*"));
        text.fill("Buongiorno,\n\nil martedì l'impianto deve spegnersi fra le 12 e le 14?\n\nLaura Bassi");
        Look.step(laura, "10-risposta");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        assertThat(row(laura, "5")).containsText("Laura Bassi");

        var mail = post.latest(giuliasAddress, number, 3);
        assertThat(mail.raw()).contains("deve spegnersi fra le 12 e le 14?");
        assertThat(mail.references()).isNotBlank();
        post.of("carla.neri@valleservizi.example", number, 4);
    }

    @Test
    @Order(10)
    void giulia_replies_and_owner_and_responsible_are_told() throws Exception {
        giulia.reload();
        assertThat(giulia.locator("main")).containsText("deve spegnersi fra le 12 e le 14?");
        giulia.locator("textarea[name=text]").fill("Sì, grazie.");
        glance(giulia, "11-replica");
        giulia.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        assertThat(giulia.locator("main")).containsText("Sì, grazie.");

        assertThat(post.latest("laura.bassi@valleservizi.example", number, 2).raw())
                .contains("grazie.");
        post.of("carla.neri@valleservizi.example", number, 5);
    }

    @Test
    @Order(11)
    void laura_closes_with_success_and_everybody_is_told() throws Exception {
        laura.reload();
        assertThat(row(laura, "6")).containsText("Giulia Moretti");
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiudi"))
                .first()
                .click();
        laura.getByLabel("Con successo: la richiesta è soddisfatta").check();
        laura.locator("textarea[name=text]").fill("Impostati i nuovi orari su tutte le zone.");
        Look.step(laura, "12-chiusura");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chiudi il ticket"))
                .click();
        assertThat(laura.locator("main")).containsText("Chiuso con successo");
        glance(laura, "13-chiuso");

        var subject = "[Ticket#%s] chiuso con successo - Comune di Roccalba".formatted(number);
        assertThat(post.latest(giuliasAddress, number, 4).subject()).isEqualTo(subject);
        assertThat(post.latest("carla.neri@valleservizi.example", number, 6).subject())
                .isEqualTo(subject);
        post.of("laura.bassi@valleservizi.example", number, 2);
    }

    @Test
    @Order(12)
    void giulia_reads_that_it_is_done() {
        giulia.navigate("/portal");
        assertThat(giulia.locator("main")).containsText(LibraryStory.TITLE);
        assertThat(giulia.locator("main")).containsText("Risolta");
        glance(giulia, "14-risolta");
    }

    @Test
    @Order(13)
    void the_history_says_who_did_what_and_who_was_told() {
        laura.navigate("/tickets/" + number + "/history");
        assertThat(laura.locator("main")).containsText("Giulia Moretti");
        Look.step(laura, "15-storico");
    }

    @Test
    @Order(14)
    void every_mail_lies_in_the_post_of_the_demo() {
        mario.navigate("/demo/post");
        assertThat(mario.locator("main")).containsText("[Ticket#" + number + "] chiuso con successo");
        Look.step(mario, "16-posta");
    }

    @Test
    @Order(15)
    void pages_fit_a_phone_in_the_dark() {
        mario.setViewportSize(360, 780);
        for (var address : new String[] {
            "/agent", "/agent/tickets", "/tickets/" + number, "/tickets/" + number + "/closure/new", "/account"
        }) {
            mario.navigate(address);
            Look.step(mario, "17-360" + address.replace('/', '-').replace(number, "n"));
        }
    }

    @Test
    @Order(16)
    void the_main_job_works_without_script() throws Exception {
        var plain = browser.windowWithoutScript();
        plain.navigate("/portal/requests/new");
        logIn(plain, GIULIA);
        plain.waitForURL("**/portal/requests/new");
        plain.getByLabel("Titolo").fill("Lampione spento davanti alla biblioteca");
        plain.locator("textarea[name=text]").fill("Da ieri sera il lampione è spento.");
        plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia"))
                .click();
        var mine = plain.url().replaceFirst(".*/", "");
        assertThat(mine).matches("\\d{16}");

        var desk = browser.windowWithoutScript();
        enter(desk, "/tickets/" + mine, "mario.ferri");
        button(desk, "Blocca").click();
        assertThat(button(desk, "Rilascia")).isVisible();
        desk.navigate("/tickets/" + mine + "/answers/new?article=1");
        desk.locator("textarea[name=text]").fill("Mandiamo una squadra domani.");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        desk.navigate("/tickets/" + mine + "/calls/new?call=received");
        desk.locator("textarea[name=text]").fill("Chiede se la squadra viene di mattina.");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Registra la telefonata"))
                .click();
        assertThat(desk.locator("main")).containsText("Telefonata ricevuta");
        desk.navigate("/tickets/" + mine + "/mails/new");
        desk.getByLabel("A", new Page.GetByLabelOptions().setExact(true)).fill("Ditta Neri <ditta@neri.example>");
        desk.locator("textarea[name=text]").fill("Serve una lampada da 70 W.");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la mail"))
                .click();
        assertThat(desk.locator(".sent")).containsText("Ditta Neri");
        assertThat(post.latest("ditta@neri.example", mine, 1).subject()).contains("[Ticket#" + mine + "]");
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Chiudi"))
                .first()
                .click();
        desk.getByLabel("Con successo: la richiesta è soddisfatta").check();
        desk.locator("textarea[name=text]").fill("Sostituita la lampada.");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Chiudi il ticket"))
                .click();
        assertThat(desk.locator("main")).containsText("Chiuso con successo");
    }

    @Test
    @Order(17)
    void giulia_answers_the_last_mail_and_the_ticket_is_open_again() throws Exception {
        var last = post.last(giuliasAddress, number);
        post.answer(last, giuliasAddress, "assistenza@valleservizi.example", "Oggi è di nuovo freddo.", SMTP);
        laura.navigate("/tickets/" + number);
        assertThat(laura.locator(".articles")).containsText("Risposta per posta", patiently());
        assertThat(laura.locator(".ticket-head .pill")).containsText("Aperto");
        glance(laura, "18-risposta-per-posta");
        assertThat(original()).contains("Subject: Risposta per posta", "In-Reply-To: ");
        giulia.navigate("/portal/requests/" + number);
        assertThat(giulia.locator("main")).containsText("Oggi è di nuovo freddo.");
    }

    /** The mail of the newest article as it came, as the browser saves it. */
    private String original() throws IOException {
        laura.navigate("/tickets/" + number);
        assertThat(laura.locator("#article-title")).containsText("Risposta per posta");
        var saved = laura.waitForDownload(() -> link(laura, "Originale").first().click());
        return new String(Files.readAllBytes(saved.path()), StandardCharsets.UTF_8);
    }

    /** The page learns by itself of what happens, long before it would look by itself. */
    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    /** The line of the articles' table with this number. */
    private static Locator row(Page page, String no) {
        return page.locator("table tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.CELL,
                                new Page.GetByRoleOptions().setName(no).setExact(true))));
    }

    private static void glance(Page page, String name) {
        Look.picture(page, name);
        Look.also(page, name);
    }

    private static String ticketLink(String raw) {
        var plain = raw.replace("=\r\n", "").replace("=3D", "=");
        var found = Pattern.compile("http://localhost:\\d+/index\\.pl\\?Action=AgentTicketZoom;TicketID=\\d+")
                .matcher(plain);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
