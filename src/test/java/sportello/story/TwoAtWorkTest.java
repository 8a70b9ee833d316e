package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.button;
import static sportello.browser.Parts.settled;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.browser.Look;
import sportello.browser.Parts;

/** Laura and Mario on one ticket: each sees what the other does, and nobody loses a word. */
class TwoAtWorkTest extends DemoStory {
    private static final String TEXT = "Ho sentito il manutentore.";

    @Autowired
    private JdbcClient db;

    private Page laura;
    private Page mario;
    private String number = "";

    @BeforeAll
    void both_open_the_same_ticket() throws Exception {
        laura = browser.window(1440, 900, ColorScheme.LIGHT);
        mario = browser.window(390, 844, ColorScheme.DARK);
        number = db.sql("""
                select t.number
                  from ticket t
                  join queue q on q.id = t.queue_id
                 where q.name = 'Energia::Impianti termici'
                   and t.state_type in ('new', 'open')
                 order by t.id desc
                 limit 1
                """).query(String.class).single();
        enter(laura, "laura.bassi");
        enter(mario, "mario.ferri");
    }

    @Test
    @Order(1)
    void they_see_each_other() {
        assertThat(laura.locator(".presence")).containsText("Mario Ferri sta guardando");
        assertThat(mario.locator(".presence")).containsText("Laura Bassi sta guardando");
        Look.also(mario, "two-02-presenti-telefono");
    }

    @Test
    @Order(2)
    void who_types_is_seen_writing() {
        note(mario, "Verifica");
        assertThat(text(mario)).isVisible();
        text(mario).pressSequentially("Passo");
        assertThat(laura.locator(".presence")).containsText("Mario Ferri sta scrivendo");
    }

    @Test
    @Order(3)
    void the_others_article_appears_under_the_form_and_the_text_in_it_stays() {
        var before = rows(laura).count();
        note(laura, "Sopralluogo");
        var text = text(laura);
        text.fill(TEXT);
        text.evaluate("""
                page => {
                  const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT).nextNode()
                  getSelection().setBaseAndExtent(words, 3, words, 9)
                }
                """);

        send(mario);
        assertThat(rows(laura)).hasCount(before + 1);
        assertThat(rows(laura).first()).containsText("Mario Ferri");
        assertThat(laura.locator("dialog .meanwhile")).containsText("Mario Ferri");
        assertThat(laura.locator(".presence")).containsText("Mario Ferri sta guardando");

        assertThat(text).hasText(TEXT);
        assertThat(text).isFocused();
        assertThat(laura.evaluate("[getSelection().anchorOffset, getSelection().focusOffset].join()"))
                .isEqualTo("3,9");
        Look.at(laura, "two-04-nel-frattempo");
    }

    @Test
    @Order(4)
    void what_lies_open_stays_open_and_menus_too() {
        send(laura);
        assertThat(mario.locator("main")).containsText("Sopralluogo");
        assertThat(laura.locator(".articles")).containsText("Sopralluogo");
        settled(laura);
        laura.getByText("Persone", new Page.GetByTextOptions().setExact(true)).click();
        var open = laura.locator("#article-title").textContent();
        note(mario, "Seconda verifica");
        text(mario).fill("Tutto a posto.");
        send(mario);
        assertThat(laura.locator("main")).containsText("Seconda verifica");
        assertThat(laura.locator(".actions details[open]")).isVisible();
        assertThat(laura.locator("#article-title")).hasText(open);
        laura.keyboard().press("Escape");
        browser.hadNoTrouble();
    }

    @Test
    @Order(5)
    void who_leaves_is_gone_at_once() {
        mario.navigate("/agent");
        assertThat(laura.locator(".presence-other")).hasCount(0);
        mario.navigate("/tickets/" + number);
        assertThat(laura.locator(".presence")).containsText("Mario Ferri");
    }

    @Test
    @Order(6)
    void a_list_renews_itself_while_somebody_looks_at_it() {
        var low = mario.locator(".facts").first().textContent().contains("1 molto bassa");
        var priority = low ? "2 bassa" : "1 molto bassa";
        laura.navigate("/agent/tickets?sort=changed");
        laura.evaluate("window.sameWindow = true");
        mario.getByText("Priorità", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(priority))
                .click();
        assertThat(laura.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number)))
                .containsText(priority);
        assertThat(laura.evaluate("window.sameWindow")).isEqualTo(true);
        laura.navigate("/tickets/" + number);
    }

    @Test
    @Order(7)
    void a_log_in_that_ended_over_a_form_costs_no_word() {
        note(laura, "Dopo la pausa");
        text(laura).fill(TEXT);
        db.sql("""
                delete from login_session s
                 using account c, agent a
                 where c.id = s.account_id and a.id = c.agent_id and a.login = 'laura.bassi'
                """).update();
        laura.locator("dialog .btn-primary").click();
        assertThat(laura.locator("#dialog-box [data-reason='401']")).isVisible();
        assertThat(text(laura)).hasText(TEXT);
        Look.at(laura, "two-05-accesso-scaduto");

        var tab = laura.waitForPopup(() -> laura.locator("#dialog-box [data-reason='401']")
                .getByText("Accedi in un’altra scheda")
                .click());
        logIn(tab, "laura.bassi");
        tab.waitForURL("**/agent");
        tab.close();
        send(laura);
        assertThat(laura.locator("main")).containsText("Dopo la pausa");
    }

    @Test
    @Order(8)
    void a_connection_that_is_lost_costs_no_word_either() {
        note(laura, "Senza rete");
        text(laura).fill(TEXT);
        laura.context().setOffline(true);
        laura.locator("dialog .btn-primary").click();
        assertThat(laura.locator("#dialog-box [data-reason=broken]")).isVisible();
        assertThat(text(laura)).hasText(TEXT);
        browser.hadNoTroubleBut("Failed to fetch");
        laura.context().setOffline(false);
        send(laura);
        assertThat(laura.locator("main")).containsText("Senza rete");
    }

    @Test
    @Order(9)
    void where_the_stream_is_cut_the_page_looks_now_and_then() {
        var deaf = browser.window(1280, 900, ColorScheme.LIGHT);
        deaf.clock().install();
        deaf.route("**/agent/live*", route -> route.abort());
        enter(deaf, "carla.neri");
        note(laura, "Per chi non sente");
        text(laura).fill(TEXT);
        send(laura);
        for (var seconds = 0; seconds < 90 && !deaf.content().contains("Per chi non sente"); seconds += 5) {
            deaf.clock().runFor(5_000);
        }
        assertThat(deaf.locator("main")).containsText("Per chi non sente");
    }

    @Test
    @Order(10)
    void the_bell_rings_elsewhere_and_is_quiet_when_the_ticket_was_opened() {
        laura.navigate("/account");
        note(mario, "Per la campanella");
        text(mario).fill(TEXT);
        send(mario);
        assertThat(laura.locator(".bell-count")).hasText("1");
        laura.locator(".bell > summary").click();
        assertThat(laura.locator(".bell-panel .is-unread")).containsText("Mario Ferri");
        Look.at(laura, "two-06-campanella");
        laura.locator(".bell-panel .is-unread a").click();
        laura.waitForURL("**/tickets/" + number);
        assertThat(laura.locator(".bell-count")).isHidden();
        mario.navigate("/agent/notifications");
        Look.also(mario, "two-07-avvisi-telefono");
        mario.locator(".bell > summary").click();
        assertThat(mario.locator(".bell-panel [data-unread]")).isVisible();
        Look.at(mario, "two-08-campanella-telefono");
    }

    @Test
    @Order(11)
    void whoever_chooses_a_person_sees_who_is_away() {
        var today = LocalDate.now(ZoneId.of("Europe/Rome"));
        laura.navigate("/account");
        laura.getByLabel("Dal giorno").fill(today.toString());
        laura.getByLabel("Fino al giorno compreso").fill(today.plusDays(9).toString());
        laura.getByLabel("Sostituto").selectOption("Carla Neri");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Salva l’assenza"))
                .click();
        assertThat(laura.locator("main")).containsText("Assente dal");
        Look.also(laura, "two-09-assenza");
        mario.navigate("/tickets/" + number + "/responsible/edit");
        assertThat(mario.locator("select[name=agent]")).containsText("Laura Bassi — assente fino al");
        mario.locator("select[name=agent]")
                .selectOption(mario.locator("option", new Page.LocatorOptions().setHasText("Laura Bassi"))
                        .getAttribute("value"));
        Look.also(mario, "two-10-scelta-telefono");
        mario.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Assegna"))
                .click();
        assertThat(mario.locator(".notice")).containsText("Laura Bassi, che è assente fino al");
        laura.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Non sono più assente"))
                .click();
        assertThat(laura.locator("main")).not().containsText("Assente dal");
    }

    @Test
    @Order(12)
    void a_draft_that_is_shared_appears_to_the_colleague_who_goes_on_with_it() {
        laura.navigate("/tickets/" + number);
        mario.navigate("/tickets/" + number);
        note(laura, "Da finire");
        text(laura).fill(TEXT);
        button(laura, "Condividi la bozza").click();
        assertThat(laura.locator(".notice")).containsText("Bozza condivisa");
        assertThat(mario.locator(".drafts")).containsText("Bozza di Laura Bassi");
        Look.also(mario, "two-11-bozza-condivisa-telefono");

        button(mario, "Continua").click();
        assertThat(Parts.text(mario)).hasText(TEXT);
        assertThat(laura.locator(".drafts")).containsText("Bozza di Mario Ferri");
        button(mario, "Aggiungi la nota").click();
        assertThat(laura.locator(".articles")).containsText("Da finire");
        assertThat(laura.locator(".drafts")).hasCount(0);
    }

    private void enter(Page page, String login) {
        enter(page, "/tickets/" + number, login);
    }

    private static Locator text(Page page) {
        return page.locator("#dialog-box .editor-page");
    }

    private static void note(Page page, String subject) {
        settled(page);
        page.getByText("Comunicazione", new Page.GetByTextOptions().setExact(true))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Nota").setExact(true))
                .click();
        page.locator("#dialog-box").getByLabel("Oggetto").fill(subject);
    }

    private static void send(Page page) {
        page.locator("dialog .btn-primary").click();
        assertThat(page.locator("#dialog-box")).isHidden();
    }

    private static Locator rows(Page page) {
        return page.locator(".articles tbody tr");
    }
}
