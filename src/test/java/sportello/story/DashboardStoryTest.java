package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.browser.Look;
import sportello.cast.Caller;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Mario makes the dashboard his own: by mouse, by keyboard, without script; and finds it so the next day (S27, S34). */
class DashboardStoryTest extends DeskStory {
    private static final Pattern SETTINGS = Pattern.compile(".*/agent\\?settings=true$");

    @Autowired
    private Opening opening;

    private Page mario;

    @BeforeAll
    void a_desk_with_six_new_requests() throws Exception {
        letIn(Operator.MARIO);
        var giulia = cast.as(Caller.GIULIA);
        for (int i = 0; i < 6; i++)
            opening.byPortal(
                    giulia,
                    giulia.customer(),
                    new Title(LibraryStory.TITLE),
                    new Message(LibraryStory.TEXT),
                    Uploads.NONE);
        somethingToday();
        mario = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(mario, "/agent", Operator.MARIO);
    }

    private void somethingToday() {
        db.sql("""
                insert into appointment (agent_id, ticket_id, title, place, begins_at, ends_at, created_at)
                select :mario, max(id), 'Sopralluogo in biblioteca', 'Roccalba', now(), now() + interval '1 minute', now()
                  from ticket
                """).param("mario", cast.id(Operator.MARIO).value()).update();
    }

    @BeforeEach
    void mario_opens_the_settings_of_a_fresh_dashboard() {
        db.sql("delete from agent_preference").update();
        mario.setViewportSize(1440, 900);
        mario.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        mario.navigate("/agent");
        mario.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Impostazioni"))
                .click();
        mario.waitForURL(SETTINGS);
    }

    @Test
    void what_he_switches_off_is_gone_at_once_and_still_gone_the_next_time() {
        check(mario, "Statistiche ultimi 7 giorni").uncheck();
        assertThat(mario.locator("#widget-week")).isHidden();
        check(mario, "Bloccati da me").check();
        assertThat(mario.locator("#widget-locked")).isVisible();
        mario.getByLabel("Righe di «Nuovi ticket»").selectOption("5");
        assertThat(mario.locator("#widget-new tbody tr")).hasCount(5);
        mario.locator("#columns-new-priority").uncheck();
        assertThat(mario.locator("#widget-new th.priority")).hasCount(0);

        mario.locator(".person").click();
        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Esci"))
                .click();
        enter(mario, "/agent", Operator.MARIO);

        assertThat(mario.locator("#widget-locked")).isVisible();
        assertThat(mario.locator("#widget-week")).hasCount(0);
        assertThat(mario.locator("#widget-new tbody tr")).hasCount(5);
        assertThat(mario.locator("#widget-new th.priority")).hasCount(0);
        assertThat(mario.locator("#widget-new th.customer")).isVisible();
    }

    @Test
    void he_drags_a_widget_to_another_place_and_into_the_other_column() {
        drag("week", "queues");
        assertThat(order(1)).containsText(new String[] {"Statistiche", "Riepilogo"});

        drag("week", "open");
        assertThat(order(0)).containsText(new String[] {"Nuovi ticket", "Statistiche", "Ticket aperti"});
        assertThat(order(1).first()).containsText("Riepilogo");
        assertThat(mario.locator(".notice")).containsText("Cruscotto aggiornato");

        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ripristina"))
                .click();
        assertThat(order(1).first()).containsText("Riepilogo");
        assertThat(order(0)).containsText(new String[] {"Nuovi ticket", "Ticket aperti"});
    }

    @Test
    void he_moves_a_widget_with_the_keyboard_and_stays_where_he_is() {
        var up = mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sposta in su: Ticket aperti"));
        up.focus();
        mario.keyboard().press("Enter");
        assertThat(order(0)).containsText(new String[] {"Ticket aperti", "Nuovi ticket"});
        assertThat(up).isFocused();

        var across = mario.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sposta nell’altra colonna: Ticket aperti"));
        across.focus();
        mario.keyboard().press("Space");
        assertThat(order(1).last()).containsText("Ticket aperti");
    }

    @Test
    @Tag("drill")
    void it_works_without_script() {
        var plain = browser.windowWithoutScript();
        enter(plain, "/agent?settings=true", Operator.MARIO);
        check(plain, "Statistiche ultimi 7 giorni").uncheck();
        plain.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Salva").setExact(true))
                .click();
        assertThat(plain.locator("#widget-week")).hasCount(0);
        plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sposta in su: Ticket aperti"))
                .click();
        assertThat(plain.locator(".board .column").first().locator(".widget h2"))
                .containsText(new String[] {"Ticket aperti", "Nuovi ticket"});

        plain.locator(".settings-foot a").first().click();
        plain.getByLabel("Impianti termici").check();
        plain.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Salva").setExact(true))
                .click();
        assertThat(plain.locator(".notice")).containsText("Code che segue: 1");
    }

    @Test
    void the_numbers_of_the_week_stay_open_while_the_page_goes_on() {
        mario.getByText("Mostra i numeri").click();
        assertThat(mario.locator("#week-numbers table")).isVisible();
        check(mario, "Chi è in linea").uncheck();
        assertThat(mario.locator("#widget-online")).hasCount(0);
        assertThat(mario.locator("#week-numbers table")).isVisible();
    }

    @Test
    @Tag("drill")
    void it_fits_every_width_in_both_themes_and_keeps_nobody_out() {
        var laden = """
                insert into news (title, text, since)
                select 'Fermo programmato', 'Domani dalle 18 alle 19 il sistema è in manutenzione.', now()
                 where not exists (select 1 from news where title = 'Fermo programmato')
                """;
        db.sql(laden).update();
        mario.locator("#on-locked").check();
        assertThat(mario.locator("#widget-locked")).isVisible();
        mario.navigate("/agent?settings=true");
        Look.at(mario, "dashboard-scrivania");
        mario.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        mario.setViewportSize(360, 780);
        Look.at(mario, "dashboard-telefono");
        mario.navigate("/agent/queues/mine");
        Look.also(mario, "dashboard-my-queues");
    }

    private Locator order(int column) {
        return mario.locator(".board .column").nth(column).locator(".widget h2");
    }

    /** Onto the upper half of another: it lands above it. */
    private void drag(String widget, String above) {
        mario.locator("#slot-" + widget + " .slot-grip")
                .dragTo(mario.locator("#slot-" + above), new Locator.DragToOptions().setTargetPosition(120, 6));
    }

    private static Locator check(Page page, String widget) {
        return page.locator("#settings").getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setName(widget));
    }
}
