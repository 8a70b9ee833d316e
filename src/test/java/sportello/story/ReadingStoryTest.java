package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.awake;
import static sportello.browser.Parts.settled;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.base.Outcome;
import sportello.browser.Look;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/** Laura reads a ticket: its table by keys, its conversation, its files, its appointments. */
class ReadingStoryTest extends DeskStory {

    private static final String QUOTE =
            "\n\nGiulia Moretti ha scritto il 23/11/2026 09:46:\n> Si richiede di variare l’orario della biblioteca.";

    @Autowired
    private Opening opening;

    @Autowired
    private Noting noting;

    private Page laura;
    private Page phone;
    private String ticket = "";

    @BeforeAll
    void giulia_has_written_with_a_picture() throws IOException {
        letIn(Operator.LAURA);
        var giulia = cast.as(Caller.GIULIA);
        var stain = Files.readAllBytes(Path.of("src/main/resources/demo/photos/macchia.png"));
        var form = Files.readAllBytes(Path.of("src/main/resources/demo/modulo-sopralluogo.pdf"));
        var opened = opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                new Uploads(List.of(
                        new Upload("macchia.png", "image/png", stain.length, () -> new ByteArrayInputStream(stain)),
                        new Upload(
                                "modulo.pdf", "application/pdf", form.length, () -> new ByteArrayInputStream(form)))));
        var number = ((Outcome.Done<TicketNumber>) opened).value();
        note(cast, number, "Verifica", "Sentito il manutentore: passa lunedì.", false);
        note(cast, number, "Aggiornamento", "Abbiamo programmato l’intervento per lunedì." + QUOTE, true);
        ticket = "/tickets/" + number;
        laura = browser.window(1440, 900, ColorScheme.LIGHT);
        phone = browser.window(390, 844, ColorScheme.DARK);
        enter(laura, ticket, Operator.LAURA);
        enter(phone, ticket, Operator.LAURA);
    }

    @Test
    @Order(1)
    void by_keys_she_goes_from_article_to_article_and_the_page_stays() {
        assertThat(laura.locator("#article-title")).containsText("#4");
        Look.at(laura, "reading-01-tabella");
        laura.evaluate("window.stayed = true");
        awake(laura);
        laura.keyboard().press("j");
        assertThat(laura.locator("#article-title")).containsText("#3 - Verifica");
        laura.keyboard().press("j");
        assertThat(laura.locator("#article-title")).containsText("#2");
        laura.keyboard().press("ArrowDown");
        assertThat(laura.locator("#article-title")).containsText("#1");
        laura.waitForURL("**" + ticket + "?article=1");
        assertThat(laura.locator("tr.is-open")).hasCount(1);
        assertThat(laura.locator("tr.is-open .no")).hasText("1");
        laura.keyboard().press("k");
        assertThat(laura.locator("#article-title")).containsText("#2");
        assertThat(laura.evaluate("window.stayed")).isEqualTo(true);
    }

    @Test
    @Order(2)
    void what_she_marks_bears_a_star() {
        laura.navigate(ticket + "?article=1");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Selezione"))
                .click();
        assertThat(laura.getByText("Contrassegnato come importante.")).isVisible();
        laura.waitForURL("**" + ticket + "?article=1");
        assertThat(laura.locator(".articles .star")).hasCount(1);
        assertThat(laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Selezione")))
                .hasAttribute("aria-pressed", "true");
        Look.also(laura, "reading-02-selezione");
    }

    @Test
    @Order(3)
    void she_looks_at_the_picture_without_leaving_the_ticket() {
        laura.locator(".gallery summary").click();
        laura.locator("#attachments").scrollIntoViewIfNeeded();
        laura.locator(".shared")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Anteprima di macchia.png"))
                .click();
        var picture = laura.locator("dialog[open] .preview-picture");
        assertThat(picture).isVisible();
        laura.waitForFunction("document.querySelector('dialog[open] .preview-picture').naturalWidth > 0");
        Look.at(laura, "reading-03-anteprima");
        closeDialog();
        assertThat(laura.locator(".thumbnail img")).not().hasJSProperty("naturalWidth", 0);
        laura.locator(".shared")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Anteprima di modulo.pdf"))
                .click();
        assertThat(laura.locator("dialog[open] .preview-page")).not().hasJSProperty("naturalWidth", 0);
        Look.also(laura, "reading-03-documento");
        closeDialog();
        laura.locator("#attachments").scrollIntoViewIfNeeded();
        Look.also(laura, "reading-03-miniature");
    }

    private void closeDialog() {
        laura.locator("dialog[open]")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Chiudi"))
                .click();
        assertThat(laura.locator("dialog[open]")).hasCount(0);
    }

    @Test
    @Order(4)
    void the_conversation_reads_from_top_to_bottom() {
        laura.navigate(ticket);
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Conversazione"))
                .click();
        laura.waitForURL("**?view=conversation");
        assertThat(laura.locator(".said").first()).containsText("Giulia Moretti");
        assertThat(laura.locator(".said").last()).containsText("programmato");
        assertThat(laura.locator(".said.is-internal")).containsText("Interno: il cliente non lo vede");
        var quoted = laura.getByText("Si richiede di variare l’orario della biblioteca.");
        assertThat(quoted).isHidden();
        laura.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(quoted).isVisible();
        laura.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Look.at(laura, "reading-04-conversazione");
        laura.getByText("Testo citato").click();
        assertThat(quoted).isVisible();
        Look.also(laura, "reading-04-citato");
    }

    @Test
    @Tag("drill")
    @Order(5)
    void an_appointment_is_made_from_the_ticket_and_stands_there_and_in_the_calendar() {
        laura.navigate(ticket);
        settled(laura);
        laura.getByText("Varie", new Page.GetByTextOptions().setExact(true)).click();
        laura.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nuovo appuntamento"))
                .click();
        assertThat(laura.getByLabel("Titolo")).hasValue(LibraryStory.TITLE);
        laura.getByLabel("Luogo").fill("Biblioteca di Roccalba");
        Look.at(laura, "reading-05-appuntamento");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Salva"))
                .click();
        assertThat(laura.getByText("Appuntamento creato.")).isVisible();
        assertThat(laura.locator(".coming")).containsText("Biblioteca di Roccalba");
        Look.also(laura, "reading-06-ticket-con-appuntamento");
        laura.navigate("/calendar");
        var entry = new Locator.FilterOptions().setHasText("Biblioteca di Roccalba");
        assertThat(laura.locator(".cal-entry").filter(entry)).containsText(LibraryStory.TITLE);
        Look.at(laura, "reading-07-calendario");
        laura.navigate("/calendar?view=week");
        Look.at(laura, "reading-08-settimana");
    }

    @Test
    @Tag("drill")
    @Order(6)
    void all_of_it_fits_a_phone_in_the_dark() {
        for (var address : new String[] {
            ticket, ticket + "?article=1", ticket + "?view=conversation", ticket + "/attachments", "/calendar?view=week"
        }) {
            phone.navigate(address);
            Look.also(phone, "reading-09-telefono" + address.replaceAll("[^a-z]+", "-"));
        }
        phone.navigate(ticket + "?article=1");
        phone.getByText("Azioni sull’articolo").last().click();
        assertThat(phone.locator(".article-menu .drop-panel")).isVisible();
        Look.at(phone, "reading-10-telefono-menu");
    }

    private void note(Cast cast, TicketNumber number, String subject, String text, boolean visible) {
        noting.note(number, new Title(subject), new Message(text), visible, Uploads.NONE, cast.as(Operator.LAURA));
    }
}
