package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.text;

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
import sportello.browser.Look;
import sportello.browser.Parts;
import sportello.cast.Caller;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Opening;

/** Short texts of the house, put where the writing is: by their letters, by a key, in formatted and in plain text. */
@Tag("drill")
class SnippetsDrill extends DeskStory {
    @Autowired
    private Opening opening;

    private String number = "";
    private Page laura;

    @BeforeAll
    void laura_is_at_the_desk_and_the_house_has_snippets() {
        number = LibraryStory.askedBy(cast.as(Caller.GIULIA), opening).value();
        db.sql("""
                with fresh as (
                    insert into answer_template (name, body, kinds)
                    values ('Orari dello sportello', 'Rispondiamo dalle 8 alle 17.', '{snippet}'),
                           ('Orario estivo', 'In agosto fino alle 13.', '{snippet}'),
                           ('Grazie', E'Grazie, {{customer_user.first_name}}:\\n- su {{ticket.number}}\\n- le scriviamo', '{snippet}')
                    returning id)
                insert into answer_template_queue (template_id, queue_id)
                select fresh.id, q.id from fresh, queue q
                """).update();
        letIn(Operator.LAURA);
        laura = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(laura, "/tickets/" + number + "/notes/new", Operator.LAURA);
        Parts.awake(laura);
    }

    @Test
    @Order(1)
    void two_colons_and_some_letters_bring_it_where_the_writing_is() {
        assertThat(laura.getByLabel("Modello")).isHidden();
        text(laura).click();
        laura.keyboard().type("Prima. ::orari");
        assertThat(options()).hasCount(2);
        assertThat(options().first()).containsText("Orari dello sportello");
        assertThat(options().first()).hasAttribute("aria-selected", "true");
        Look.at(laura, "snippets-01-lettere");
        laura.keyboard().press("ArrowDown");
        assertThat(text(laura)).hasAttribute("aria-activedescendant", "snippets-list-1");
        laura.keyboard().press("ArrowUp");
        laura.keyboard().press("Enter");
        assertThat(text(laura)).hasText("Prima. Rispondiamo dalle 8 alle 17.");
        assertThat(options()).hasCount(0);
        laura.keyboard().type(" Dopo.");
        assertThat(text(laura)).hasText("Prima. Rispondiamo dalle 8 alle 17. Dopo.");
        laura.keyboard().press("Control+z");
        laura.keyboard().press("Control+z");
        assertThat(text(laura)).containsText("::orari");
        laura.keyboard().press("Escape");
    }

    @Test
    @Order(2)
    void a_key_opens_the_list_and_leads_back_to_the_text() {
        text(laura).fill("Ecco.");
        laura.keyboard().press("End");
        laura.keyboard().press("F8");
        var words = laura.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Cerca un frammento"));
        assertThat(words).isFocused();
        assertThat(options()).hasCount(3);
        Look.at(laura, "snippets-02-elenco");
        words.fill("nulla di tutto questo");
        assertThat(options()).hasCount(0);
        words.press("Enter");
        assertThat(laura).hasURL(Pattern.compile(".*/notes/new$"));
        words.fill("graz");
        assertThat(options()).hasCount(1);
        words.press("Enter");
        assertThat(text(laura)).isFocused();
        assertThat(text(laura)).containsText("Ecco.Grazie, Giulia:");
        assertThat(text(laura)).containsText("- su " + number);
        assertThat(text(laura).locator("div").filter(new Locator.FilterOptions().setHasText("- le scriviamo")))
                .hasCount(1);
        laura.keyboard().press("F8");
        laura.keyboard().press("Escape");
        assertThat(text(laura)).isFocused();
        assertThat(laura.locator(".snippets-panel")).isHidden();
    }

    @Test
    @Order(3)
    void a_click_takes_it_too_and_the_note_says_it() {
        text(laura).fill("");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Frammenti"))
                .click();
        options()
                .filter(new Locator.FilterOptions().setHasText("Orario estivo"))
                .click();
        assertThat(text(laura)).hasText("In agosto fino alle 13.");
        laura.getByLabel("Oggetto").fill("Nota");
        button(laura, "Aggiungi la nota").click();
        assertThat(laura.frameLocator("iframe.body").locator("body")).containsText("In agosto fino alle 13.");
    }

    @Test
    @Order(4)
    void so_it_is_in_plain_text_on_a_phone_in_the_dark() {
        laura = browser.window(390, 844, ColorScheme.DARK);
        enter(laura, "/tickets/" + number + "/closure/new", Operator.LAURA);
        Parts.awake(laura);
        var text = laura.locator("textarea[name=text]");
        text.fill("Chiuso. ");
        text.press("End");
        text.pressSequentially("std::ora");
        assertThat(options()).hasCount(0);
        text.fill("Chiuso. ");
        text.pressSequentially("::ora");
        assertThat(options()).hasCount(2);
        Look.at(laura, "snippets-03-telefono");
        text.press("Tab");
        assertThat(text).hasValue("Chiuso. Rispondiamo dalle 8 alle 17.");
        laura.keyboard().press("F8");
        assertThat(options()).hasCount(3);
        Look.at(laura, "snippets-04-telefono-elenco");
        laura.keyboard().press("Escape");
        laura.navigate("/tickets/" + number + "/pending/new");
        Parts.awake(laura);
        text.pressSequentially("::graz");
        assertThat(options()).hasCount(1);
        text.press("Enter");
        assertThat(text).hasValue(Pattern.compile("^Grazie, Giulia:\n- su " + number + "\n- le scriviamo$"));
        Look.at(laura, "snippets-05-attesa");
    }

    @Test
    @Order(5)
    void in_a_new_ticket_it_knows_who_asks() {
        laura = browser.window(1440, 900, ColorScheme.DARK);
        enter(laura, "/tickets/new?channel=phone", Operator.LAURA);
        Parts.awake(laura);
        laura.locator("#q").fill("Moretti");
        laura.getByLabel(Pattern.compile("Giulia Moretti")).check();
        text(laura).click();
        laura.keyboard().type("::graz");
        assertThat(options()).hasCount(1);
        Look.at(laura, "snippets-06-nuovo");
        laura.keyboard().press("Enter");
        assertThat(text(laura)).containsText("Grazie, Giulia:");
    }

    private Locator options() {
        return laura.locator("#snippets-list:not([hidden]) [role=option]");
    }
}
