package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.cast.Operator;

/** The telephone rings, and nobody knows the voice: from the call to the ticket in a real browser (S4, S37). */
class UnknownCallerTest extends DeskStory {
    private static final int FEW = 10;

    private Page carla;
    private int interactions;

    @BeforeAll
    void carla_sits_at_the_desk() {
        letIn(Operator.CARLA);
        carla = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(carla);
    }

    @BeforeEach
    void the_telephone_rings() {
        interactions = 0;
        carla.navigate("/agent");
    }

    @Test
    void who_calls_for_the_first_time_is_known_and_has_a_ticket_in_less_than_ten_steps() {
        var last = "Vezzini" + System.nanoTime();
        click(carla.locator(".bar-new summary"));
        click(carla.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ticket telefonico")));
        fill("#q", "ada " + last.toLowerCase(java.util.Locale.ROOT));
        assertThat(carla.locator("[name=asker][value=new]")).isChecked();
        assertThat(carla.locator("[name=lastName]")).hasValue(last);
        fill("[name=email]", last + "@roccalba.example");
        fill("#organisation", "comune di roccalba");
        fill("[name=title]", "Termosifone che perde");
        text(carla).fill("In sala consiliare il termosifone perde acqua.");
        interactions++;
        carla.locator("[name=queue]").selectOption("Energia::Impianti termici");
        assertThat(carla.locator("[name=owner] option:not([hidden])").allInnerTexts())
                .contains("Laura Bassi")
                .doesNotContain("Piero Gatti");
        Look.at(carla, "20-telefonata");
        click(carla.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apri il ticket")));

        carla.waitForURL(Pattern.compile(".*/tickets/20\\d+"));
        assertThat(interactions).isLessThan(FEW);
        assertThat(carla.locator("h1")).containsText("Termosifone che perde");
        assertThat(carla.locator(".notice")).containsText("aperto");
        assertThat(carla.locator("main")).containsText("Ada " + last);
        Look.also(carla, "21-ticket-telefonico");
    }

    @Test
    void who_has_asked_the_same_already_is_seen_before_a_second_ticket_is_opened() {
        open("Lampada che sfarfalla in palestra");
        carla.navigate("/tickets/new?channel=email");
        carla.fill("#q", "emily");
        carla.getByLabel("Emily Carter").check();
        carla.locator("[name=title]").pressSequentially("lampada palestra");
        assertThat(carla.locator(".similar")).containsText("Lampada che sfarfalla in palestra");
        Look.at(carla, "22-doppione");
    }

    @Test
    @Tag("drill")
    void every_page_of_the_people_who_ask_reads_well_on_a_phone_in_the_dark() {
        open("Caldaia rumorosa in municipio");
        carla.navigate("/customers?q=emily");
        var person = carla.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Emily Carter"))
                .getAttribute("href");
        var phone = browser.window(390, 844, ColorScheme.DARK);
        enter(phone);
        phone.navigate("/customers?q=valdombra");
        Look.at(phone, "24-ricerca");
        phone.navigate(person);
        Look.also(phone, "25-utente");
        phone.locator(".facts a[href^='/customers/']").first().click();
        phone.waitForURL(Pattern.compile(".*/customers/\\d+"));
        Look.also(phone, "26-cliente");
        phone.navigate(person + "/edit");
        Look.at(phone, "27-correzione");
        phone.navigate("/tickets/new?channel=phone&user=" + person.replaceFirst(".*/", ""));
        Look.also(phone, "29-nuovo-ticket");
    }

    @Test
    @Tag("drill")
    void without_a_script_the_same_form_does_it_in_more_steps() {
        var plain = browser.windowWithoutScript();
        enter(plain);
        plain.navigate("/tickets/new?channel=phone");
        plain.fill("[name=title]", "Contatore bloccato");
        plain.fill("#q", "emily carter");
        plain.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Cerca").setExact(true))
                .click();
        assertThat(plain.locator("[name=title]")).hasValue("Contatore bloccato");
        plain.getByLabel("Emily Carter").check();
        plain.fill("textarea[name=text]", "Il contatore non gira.");
        plain.locator("[name=queue]").selectOption("Energia::Impianti termici");
        plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apri il ticket"))
                .click();
        plain.waitForURL(Pattern.compile(".*/tickets/20\\d+"));
        assertThat(plain.locator("h1")).containsText("Contatore bloccato");
    }

    private void open(String title) {
        carla.navigate("/tickets/new?channel=phone");
        carla.fill("#q", "emily carter");
        carla.getByLabel("Emily Carter").check();
        carla.fill("[name=title]", title);
        text(carla).fill(title + ".");
        carla.locator("[name=queue]").selectOption("Energia::Impianti termici");
        carla.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apri il ticket"))
                .click();
        carla.waitForURL(Pattern.compile(".*/tickets/20\\d+"));
    }

    private void click(com.microsoft.playwright.Locator what) {
        interactions++;
        what.click();
    }

    private void fill(String field, String text) {
        interactions++;
        carla.fill(field, text);
    }

    private static void enter(Page page) {
        enter(page, "/agent", Operator.CARLA);
    }
}
