package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.awake;
import static sportello.browser.Parts.settled;
import static sportello.cast.Caller.GIULIA;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.base.Outcome;
import sportello.browser.Look;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Mario looks for things, with the mouse as little as he can, in a real browser. */
class SearchStoryTest extends DeskStory {
    private static final int LAMPS = 28;

    @Autowired
    private Opening opening;

    private Page mario;
    private String lamp = "";

    @BeforeAll
    void open() throws Exception {
        letIn(Operator.MARIO);
        for (var i = 1; i <= LAMPS; i++)
            lamp = ticket(
                    cast,
                    "Lampione spento in via Roma " + i,
                    "Buongiorno, da ieri sera il lampione davanti al civico %d di via Roma è spento. ".formatted(i)
                            + "La strada resta al buio come mezza città e i bambini escono da scuola alle 17.");
        ticket(cast, LibraryStory.TITLE, LibraryStory.TEXT);
        mario = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(mario, "/agent", Operator.MARIO);
    }

    @Test
    @Order(1)
    void the_box_on_top_suggests_and_the_arrows_choose() {
        assertThat(box()).hasAttribute("aria-keyshortcuts", "/");
        awake(mario);
        mario.keyboard().press("/");
        assertThat(box()).isFocused();
        mario.keyboard().type("bibliot");
        var option = mario.getByRole(AriaRole.OPTION).first();
        assertThat(option).containsText(LibraryStory.TITLE);
        Look.at(mario, "20-suggerimenti");
        mario.keyboard().press("ArrowDown");
        assertThat(option).hasAttribute("aria-selected", "true");
        mario.keyboard().press("Enter");
        assertThat(mario.locator("h1")).containsText(LibraryStory.TITLE);
    }

    @Test
    @Order(2)
    void the_palette_does_what_the_ticket_page_can_do() {
        mario.keyboard().press("Control+k");
        assertThat(mario.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("Blocca")))
                .isVisible();
        assertThat(mario.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText("In attesa")))
                .isVisible();
        assertThat(mario.getByRole(AriaRole.OPTION)
                        .filter(new Locator.FilterOptions().setHasText("Articolo 1: Inoltra")))
                .hasCount(1);
        Look.at(mario, "21-comandi");
        mario.keyboard().type("nota");
        mario.keyboard().press("ArrowDown");
        mario.keyboard().press("Enter");
        assertThat(mario.locator("dialog[open] .editor-page")).isVisible();
        mario.keyboard().press("Escape");
        assertThat(mario.locator("dialog[open]")).hasCount(0);
    }

    @Test
    @Order(3)
    void keys_work_unless_somebody_types_and_can_be_switched_off() {
        settled(mario);
        awake(mario);
        mario.keyboard().press("?");
        var help = mario.getByRole(AriaRole.DIALOG);
        assertThat(help).containsText("Blocca");
        assertThat(help).containsText("Cruscotto");
        assertThat(help).containsText("Articolo seguente o precedente");
        Look.at(mario, "22-scorciatoie");
        mario.getByLabel("Attive in questo browser").uncheck();
        mario.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Chiudi").setExact(true))
                .click();
        mario.keyboard().press("l");
        assertThat(mario.locator("main")).containsText("Blocca");

        mario.locator("summary.person").click();
        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Scorciatoie da tastiera"))
                .click();
        mario.getByLabel("Attive in questo browser").check();
        mario.keyboard().press("Escape");
        box().focus();
        mario.keyboard().type("l");
        assertThat(box()).hasValue("l");
        box().fill("");
        mario.keyboard().press("Escape");
        mario.locator(".ticket-head h1").click();
        mario.keyboard().press("l");
        assertThat(mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rilascia")))
                .isVisible();
        settled(mario);
        mario.keyboard().press("g");
        mario.keyboard().press("d");
        mario.waitForURL("**/agent");
    }

    @Test
    @Order(4)
    void a_search_shows_its_words_goes_on_and_is_kept() {
        settled(mario);
        awake(mario);
        mario.keyboard().press("Control+k");
        assertThat(box()).isFocused();
        mario.keyboard().type("lampioni \"via roma\" -biblioteca");
        mario.keyboard().press("Enter");
        mario.waitForURL("**/search?q=*");
        assertThat(mario.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(LAMPS + " ticket")))
                .isVisible();
        assertThat(mario.locator("mark").first()).hasText(Pattern.compile("Lampione|lampione"));
        Look.at(mario, "23-ricerca");
        mario.getByText("Altri risultati").click();
        assertThat(mario.locator("table.found tbody tr")).hasCount(LAMPS - 25);
        mario.goBack();

        mario.getByText("Salva la ricerca").click();
        mario.getByLabel("Nome", new Page.GetByLabelOptions().setExact(true)).fill("Via Roma al buio");
        mario.getByLabel(Pattern.compile("Visibile a tutti")).check();
        Look.at(mario, "24-salva");
        mario.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Salva").setExact(true))
                .click();
        assertThat(mario.locator(".notice")).containsText("Via Roma al buio");
        assertThat(mario.getByRole(AriaRole.ROW).last()).containsText("" + LAMPS);
        Look.also(mario, "25-ricerche");

        mario.navigate("/search?q=citta");
        assertThat(mario.locator("mark").first()).hasText("città");
    }

    @Test
    @Tag("drill")
    @Order(5)
    void pages_fit_a_phone_and_the_dark() {
        var night = browser.window(360, 780, ColorScheme.DARK);
        enter(night, "/searches", Operator.MARIO);
        for (var page : new String[] {"/searches", "/search", "/search?q=lampione&state=active", "/search?q=zanzara"}) {
            night.navigate(page);
            Look.also(night, "26-360" + page.replaceAll("\\W+", "-"));
        }
        night.locator(".bar-search input").fill("lamp");
        assertThat(night.getByRole(AriaRole.OPTION).first()).isVisible();
        Look.at(night, "26-360-suggerimenti");
    }

    @Test
    @Tag("drill")
    @Order(6)
    void all_of_it_can_be_found_without_script() {
        var plain = browser.windowWithoutScript();
        enter(plain, "/agent", Operator.MARIO);
        plain.locator(".bar-search input").fill("lampioni");
        plain.locator(".bar-search input").press("Enter");
        assertThat(plain.locator("table.found")).isVisible();
        plain.locator(".bar-search input").fill(lamp);
        plain.locator(".bar-search input").press("Enter");
        plain.waitForURL("**/tickets/" + lamp);
    }

    private Locator box() {
        return mario.locator(".bar-search input");
    }

    private String ticket(Cast cast, String title, String text) {
        var giulia = cast.as(GIULIA);
        var opened = opening.byPortal(giulia, giulia.customer(), new Title(title), new Message(text), Uploads.NONE);
        return ((Outcome.Done<TicketNumber>) opened).value().value();
    }
}
