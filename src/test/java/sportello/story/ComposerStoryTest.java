package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;
import static sportello.browser.Parts.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.cast.LibraryStory;

/** An answer with everything in it, begun in a browser that dies and sent from another (S46, S47, S67). */
class ComposerStoryTest extends DemoStory {
    private static final String GIULIAS_ADDRESS = "biblioteca@roccalba.example";
    private static final Path PICTURES = Path.of("target", "story");

    /** As if a picture lay on the clipboard. */
    private static final String PASTE = """
            async page => {
              const canvas = document.createElement("canvas")
              canvas.width = canvas.height = 40
              canvas.getContext("2d").fillRect(5, 5, 30, 30)
              const bytes = await new Promise(done => canvas.toBlob(done, "image/png"))
              const clipboardData = new DataTransfer()
              clipboardData.items.add(new File([bytes], "schema.png", { type: "image/png" }))
              page.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
            }
            """;

    /** As extensions of a browser do, and whoever takes a picture of a page; answers how often that passes for typing. */
    private static final String MARK = """
            page => new Promise(done => {
              let typed = 0
              page.closest("form").addEventListener("input", () => typed++)
              page.setAttribute("data-marked", "by a stranger")
              setTimeout(() => done(typed))
            })
            """;

    private Page laura;
    private String number = "";

    @BeforeAll
    void giulia_has_asked_and_laura_is_at_the_desk() throws Exception {
        var giulia = browser.window(390, 844, ColorScheme.LIGHT);
        enter(giulia, "/portal/requests/new", "giulia.moretti");
        giulia.getByLabel("Titolo").fill(LibraryStory.TITLE);
        giulia.locator("textarea[name=text]").fill(LibraryStory.TEXT);
        giulia.locator("input[type=file]").setInputFiles(file("orari-biblioteca.txt"));
        giulia.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia"))
                .click();
        giulia.waitForURL(Pattern.compile(".*/portal/requests/\\d+$"));
        number = giulia.url().replaceFirst(".*/", "");
        laura = desk(1440, ColorScheme.LIGHT);
    }

    @Test
    @Order(0)
    void a_form_in_which_nobody_types_is_no_draft_whoever_marks_it() {
        open("Risposta [modello vuoto]");
        assertThat(button(laura, "Invia la risposta"))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(text(laura).evaluate(MARK)).isEqualTo(0);
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annulla"))
                .click();
    }

    @Test
    @Order(0)
    void what_is_written_before_the_editor_has_come_stays_and_goes_on() {
        var late = new ArrayList<Route>();
        var first = browser.window(1440, 900, ColorScheme.LIGHT);
        first.route("**/squire*", late::add);
        enter(first, "/tickets/" + number + "/notes/new", "mario.ferri");
        var plain = first.locator("textarea[name=text]");
        plain.click();
        first.keyboard().type("Ho parlato con Giulia,\nserve l");
        first.waitForCondition(() -> !late.isEmpty());
        late.getFirst().resume();
        assertThat(text(first)).isFocused();
        first.keyboard().type("o schema");
        assertThat(text(first)).containsText(Pattern.compile("Giulia,\\s*serve lo schema"));
        assertThat(plain).hasValue(Pattern.compile("Giulia,\n+serve lo schema"));
        first.context().close();
    }

    @Test
    @Order(1)
    void laura_begins_an_answer_and_her_browser_dies() throws Exception {
        open("Risposta [modello vuoto]");
        assertThat(laura.getByLabel("A", exactly())).hasValue("Giulia Moretti <" + GIULIAS_ADDRESS + ">");
        laura.locator("form[data-controller~=draft]").evaluate("form => { form.dataset.draftPauseValue = 300 }");
        var slow = new ArrayList<Route>();
        laura.route("**/drafts", route -> {
            if (!slow.isEmpty()) route.resume();
            slow.add(route);
        });
        text(laura).click();
        laura.keyboard().press("Control+Home");
        laura.keyboard().type("Buongiorno, ");
        laura.keyboard().press("Control+b");
        laura.keyboard().type("ecco lo schema");
        text(laura).evaluate(PASTE);
        assertThat(text(laura).locator("img")).hasCount(1);
        laura.waitForCondition(() -> !slow.isEmpty());
        laura.getByText("Copia e copia nascosta").click();
        laura.getByLabel("Cc", exactly()).pressSequentially("galli");
        assertThat(laura.getByRole(AriaRole.OPTION).first()).containsText("Comune di Roccalba");
        Look.picture(laura, "20-a-chi-in-copia");
        laura.keyboard().press("ArrowDown");
        laura.keyboard().press("Enter");
        assertThat(laura.getByLabel("Cc", exactly())).hasValue(Pattern.compile("^Paolo Galli <.*>, $"));
        Look.at(laura, "20-risposta-composta");
        laura.locator("dialog input[type=file]").setInputFiles(file("prospetto.txt"));
        assertThat(laura.getByLabel(Pattern.compile("prospetto.txt"))).isChecked();
        laura.waitForResponse(ComposerStoryTest::keepsThatPaoloGetsIt, slow.getFirst()::resume);
        assertThat(laura.getByText(Pattern.compile("Bozza salvata alle"))).isVisible();
        laura.context().close();
    }

    /** However slow the line, what was typed last is kept last. */
    private static boolean keepsThatPaoloGetsIt(Response response) {
        return response.url().endsWith("/drafts")
                && response.request().postData().contains("Paolo Galli <");
    }

    @Test
    @Order(2)
    void in_another_browser_the_draft_is_there() {
        laura = desk(1440, ColorScheme.DARK);
        assertThat(laura.getByText(Pattern.compile("Bozza di Laura"))).isVisible();
        Look.also(laura, "21-bozza");
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Riprendi"))
                .click();
        assertThat(text(laura)).containsText("Buongiorno, ecco lo schema");
        assertThat(text(laura).locator("b")).hasText("ecco lo schema");
        assertThat(text(laura).locator("img")).hasCount(1);
        assertThat(text(laura).locator("blockquote")).containsText("biblioteca");
        assertThat(laura.getByLabel(Pattern.compile("prospetto.txt"))).isChecked();
        Look.at(laura, "22-bozza-ripresa");
    }

    @Test
    @Order(3)
    void it_is_sent_with_everything_and_each_gets_it() throws Exception {
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        assertThat(laura.locator("main")).containsText("Paolo Galli");
        assertThat(laura.getByText(Pattern.compile("Bozza di Laura"))).hasCount(0);
        assertThat(laura.frameLocator("iframe.body").locator("img")).hasCount(1);
        Look.also(laura, "23-risposta-inviata");

        var toGiulia = post.of(GIULIAS_ADDRESS, number, 3).stream()
                .filter(mail -> mail.autoSubmitted().isEmpty())
                .toList();
        assertThat(toGiulia).hasSize(1);
        assertThat(toGiulia.getFirst().raw())
                .contains("Cc: Paolo Galli", "<b>ecco lo schema", "Content-ID: <", "filename=prospetto.txt");
        assertThat(toGiulia.getFirst().subject()).contains("Ticket#" + number);
    }

    @Test
    @Order(4)
    void the_request_is_forwarded_with_its_file() throws Exception {
        laura.navigate("/tickets/" + number + "?article=1");
        open("Inoltra");
        assertThat(text(laura)).containsText("Messaggio inoltrato");
        assertThat(laura.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("orari-biblioteca.txt")))
                .isChecked();
        laura.getByLabel("A", exactly()).fill("ditta@neri.example");
        Look.at(laura, "24-inoltro");
        laura.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Inoltra").setExact(true))
                .click();
        assertThat(laura.locator("main")).containsText("ditta@neri.example");
        assertThat(post.latest("ditta@neri.example", number, 1).raw()).contains("filename=orari-biblioteca.txt");
    }

    @Test
    @Order(5)
    void who_prefers_plain_text_writes_plain_text() {
        laura.navigate("/tickets/" + number + "/notes/new");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Solo testo"))
                .click();
        laura.locator("textarea[name=text]").pressSequentially("Senza fronzoli. ::orari");
        assertThat(laura.getByRole(
                        AriaRole.OPTION, new Page.GetByRoleOptions().setName(Pattern.compile("Orari dello"))))
                .isVisible();
        laura.keyboard().press("Enter");
        laura.getByLabel("Oggetto").fill("Nota");
        Look.also(laura, "25-nota-semplice");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Aggiungi la nota"))
                .click();
        assertThat(laura.locator(".prose")).hasText(Pattern.compile("^Senza fronzoli. Lo sportello risponde dal"));
        laura.navigate("/tickets/" + number + "/notes/new");
        assertThat(laura.locator("textarea[name=text]")).isVisible();
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Testo formattato"))
                .click();
        assertThat(text(laura)).isVisible();
    }

    @Test
    @Tag("drill")
    @Order(6)
    void its_forms_fit_a_phone() {
        laura.setViewportSize(360, 780);
        for (var form : new String[] {"answers/new?article=1", "forwards/new?article=1", "redirects/new?article=1"}) {
            laura.navigate("/tickets/" + number + "/" + form);
            Look.also(laura, "26-360-" + form.substring(0, form.indexOf('/')));
        }
        browser.hadNoTrouble();
    }

    @Test
    @Order(7)
    void what_was_sent_by_mistake_is_taken_back_and_written_on() throws Exception {
        laura.setViewportSize(1440, 900);
        laura.navigate("/tickets/" + number + "?article=1");
        open("Risposta [modello vuoto]");
        text(laura).fill("Ecco il prospetto sbagliato.");
        laura.locator("dialog input[type=file]").setInputFiles(file("prospetto.txt"));
        laura.getByLabel("Poi il ticket").selectOption("pending_reminder");
        assertThat(laura.getByLabel("Data", exactly())).isVisible();
        Look.also(laura, "27-poi-in-attesa");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invia la risposta"))
                .click();
        var recall = laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annulla l’invio"));
        assertThat(recall).isVisible();
        assertThat(laura.locator(".recall")).containsText(Pattern.compile("Parte fra \\d+ s"));
        Look.picture(laura, "28-annulla-invio");
        recall.click();
        laura.waitForURL("**/answers/new?article=1");
        assertThat(text(laura)).containsText("Ecco il prospetto sbagliato.");
        assertThat(laura.getByLabel(Pattern.compile("prospetto.txt"))).isChecked();
        Look.also(laura, "29-di-nuovo-nel-modulo");
        laura.navigate("/tickets/" + number);
        assertThat(laura.locator("main")).containsText("questa mail non è partita");
        Look.at(laura, "30-non-inviata");
        browser.hadNoTrouble();
    }

    private Page desk(int width, ColorScheme scheme) {
        var page = browser.window(width, 900, scheme);
        enter(page, "/tickets/" + number, "laura.bassi");
        return page;
    }

    private void open(String link) {
        link(laura, link).click();
        assertThat(text(laura)).isVisible();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Path file(String name) throws Exception {
        var file = Files.createDirectories(PICTURES).resolve(name);
        Files.writeString(file, LibraryStory.TEXT);
        return file;
    }
}
