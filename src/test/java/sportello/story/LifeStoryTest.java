package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.link;
import static sportello.browser.Parts.settled;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.browser.Look;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.field.Label;
import sportello.ticket.KeepingOwnStates;
import sportello.ticket.LabelSettings;
import sportello.ticket.Mark;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.OwnStateSettings;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** A ticket's later life in a real browser: waiting, kin, merge and undo, split, customer, move, and the duty of S71. */
class LifeStoryTest extends DemoStory {

    @Autowired
    private Opening opening;

    @Autowired
    private KeepingOwnStates states;

    @Autowired
    private JdbcClient db;

    private Page laura;
    private Page carla;
    private TicketNumber first;
    private TicketNumber second;

    @BeforeAll
    void open() throws Exception {
        laura = browser.window(1440, 900, ColorScheme.LIGHT);
        carla = browser.window(390, 844, ColorScheme.DARK);
        first = opened("La caldaia della palestra si spegne", "Ogni mattina alle nove.");
        second = opened("Caldaia della palestra ancora spenta", "Anche oggi.");
        enter(laura, "laura.bassi", first);
        enter(carla, "carla.neri", first);
    }

    @Test
    @Tag("drill")
    @Order(1)
    void one_click_puts_a_ticket_aside_until_tomorrow() {
        link(laura, "In attesa").click();
        assertThat(laura.getByLabel("Data")).not().hasValue("");
        Look.at(laura, "30-in-attesa");
        button(laura, "Domani alle 8:00").click();
        assertThat(laura.locator(".ticket-head .pill")).containsText("In attesa ·");
        assertThat(button(laura, "Rilascia")).isVisible();
        Look.also(laura, "31-messo-in-attesa");
        link(laura, "In attesa").click();
        button(laura, "Riprendi ora").click();
        assertThat(laura.locator(".ticket-head .pill")).containsText("In lavorazione");
    }

    @Test
    @Order(2)
    void a_ticket_waits_in_a_state_of_the_house() {
        states.add(supplier(true), Authority.HOUSE);
        var kept = states.all().getLast();
        link(laura, "In attesa").click();
        laura.getByLabel("In attesa del fornitore").check();
        Look.also(laura, "31-in-attesa-del-fornitore");
        button(laura, "Domani alle 8:00").click();
        assertThat(laura.locator(".ticket-head .pill")).hasClass(Pattern.compile("mark-teal"));
        assertThat(laura.locator(".ticket-head .pill")).containsText("In attesa del fornitore ·");
        states.correct(kept.id(), kept.label().version(), supplier(false), Authority.HOUSE);
        link(laura, "In attesa").click();
        button(laura, "Riprendi ora").click();
        assertThat(laura.locator(".ticket-head .pill")).containsText("In lavorazione");
    }

    @Test
    @Tag("drill")
    @Order(2)
    void two_tickets_are_linked_by_the_words_of_a_title() {
        more("Collega");
        laura.getByLabel("Numero o parole del titolo").fill("ancora spenta");
        laura.getByLabel("genitore di questo").check();
        Look.at(laura, "32-collega");
        laura.locator(".finds button").first().click();
        assertThat(laura.locator(".kin")).containsText(second.value());
        Look.also(laura, "33-collegato");
        laura.getByLabel("Togli il collegamento con " + second).click();
        assertThat(laura.locator(".kin")).hasCount(0);
    }

    @Test
    @Order(3)
    void a_merge_is_made_and_undone() {
        laura.navigate("/tickets/" + second);
        more("Unisci");
        laura.getByLabel("Numero o parole del titolo").fill(first.value());
        assertThat(laura.locator(".finds button")).hasCount(1);
        Look.at(laura, "34-unisci");
        laura.locator(".finds button").click();
        laura.waitForURL("**/tickets/" + first);
        assertThat(laura.locator(".articles")).containsText("Unito qui il ticket " + second);
        Look.also(laura, "35-unito");
        carla.navigate("/tickets/" + second);
        Look.at(carla, "36-unito-telefono");
        button(laura, "Annulla l’unione").click();
        laura.waitForURL("**/tickets/" + second);
        assertThat(laura.locator(".articles")).containsText("Unione con il ticket");
    }

    @Test
    @Tag("drill")
    @Order(4)
    void an_article_becomes_a_ticket_of_its_own() {
        laura.navigate("/tickets/" + first + "?article=1");
        link(laura, "Dividi").click();
        laura.getByLabel("Titolo del nuovo ticket").fill("Termostato della palestra");
        Look.at(laura, "37-dividi");
        button(laura, "Crea il nuovo ticket").click();
        laura.waitForURL(url -> !url.contains(first.value()));
        assertThat(laura.locator("h1")).containsText("Termostato della palestra");
        assertThat(laura.locator(".kin")).containsText("genitore");
    }

    @Test
    @Tag("drill")
    @Order(5)
    void whoever_asked_is_changed_by_typing_a_part_of_a_name() {
        settled(laura);
        laura.getByText("Persone", new Page.GetByTextOptions().setExact(true)).click();
        link(laura, "Cliente").click();
        laura.getByLabel("Nome, email o organizzazione").fill("emily");
        Look.also(laura, "38-cliente");
        laura.locator(".finds button").first().click();
        assertThat(laura.locator(".notice")).containsText("Emily Carter");
    }

    @Test
    @Tag("drill")
    @Order(6)
    void a_queue_is_found_by_a_part_of_its_name() {
        laura.getByText("- Sposta -", new Page.GetByTextOptions().setExact(true))
                .click();
        var filter = laura.getByLabel("Filtra le code");
        filter.fill("illumi");
        assertThat(laura.locator("#move option").first()).containsText("Illuminazione");
        Look.atPart(laura, "#part-actions", "39-sposta");
        filter.press("Enter");
        assertThat(laura.locator(".notice")).containsText("Illuminazione");
    }

    @Test
    @Order(7)
    void the_responsible_says_why_it_was_closed_without_success() {
        laura.navigate("/tickets/" + first + "/closure/new");
        laura.getByLabel("Senza successo").check();
        laura.locator("textarea[name=text]").fill("La valvola non si trova più.");
        button(laura, "Chiudi il ticket").click();
        assertThat(laura.locator(".duty")).containsText("Carla Neri");
        Look.also(laura, "40-da-accertare-altri");

        carla.navigate("/tickets/" + first);
        Look.also(carla, "41-da-accertare-telefono");
        carla.setViewportSize(1440, 900);
        Look.at(carla, "42-da-accertare");
        carla.locator(".duty select").selectOption("Materiale non disponibile");
        carla.locator(".duty textarea").first().fill("Il fornitore ha chiuso.");
        button(carla, "Registra la causa").click();
        assertThat(carla.locator(".duty")).hasCount(0);
        assertThat(carla.locator(".facts").first()).containsText("Materiale non disponibile");
        Look.also(carla, "43-accertato");
    }

    @Test
    @Tag("drill")
    @Order(8)
    void putting_aside_and_moving_work_without_script() {
        var desk = browser.windowWithoutScript();
        enter(desk, "laura.bassi", second);
        link(desk, "In attesa").click();
        button(desk, "Fra 2 ore").click();
        assertThat(desk.locator(".ticket-head .pill")).containsText("In attesa ·");
        desk.navigate("/tickets/" + second + "/links/new");
        desk.getByLabel("Numero o parole del titolo").fill(first.value());
        button(desk, "Cerca").click();
        desk.locator(".finds button").first().click();
        assertThat(desk.locator(".kin")).containsText(first.value());
        desk.navigate("/tickets/" + second + "/move/new");
        desk.locator("select[name=queue]").selectOption(new String[] {"Energia"});
        button(desk, "Sposta").click();
        assertThat(desk.locator(".notice")).containsText("Energia");
    }

    private static OwnStateSettings supplier(boolean valid) {
        var name = new Label("In attesa del fornitore", "Waiting for the supplier");
        return new OwnStateSettings(
                State.PENDING_REMINDER, new LabelSettings(name, new Label("", ""), Mark.TEAL, valid));
    }

    private TicketNumber opened(String title, String text) {
        var giulia = Cast.onStage(db).as(Caller.GIULIA);
        var outcome = opening.byPortal(giulia, giulia.customer(), new Title(title), new Message(text), Uploads.NONE);
        if (outcome instanceof Outcome.Done(var number)) return number;
        throw new AssertionError(outcome);
    }

    private void more(String action) {
        settled(laura);
        laura.getByText("Varie", new Page.GetByTextOptions().setExact(true)).click();
        link(laura, action).click();
    }

    private static void enter(Page page, String login, TicketNumber number) {
        enter(page, "/tickets/" + number, login);
    }
}
