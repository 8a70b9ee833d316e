package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.browser.Parts.awake;
import static sportello.browser.Parts.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import sportello.SportelloTest;
import sportello.browser.Look;
import sportello.cast.Operator;
import sportello.cast.Place;

/** A morning with more tickets than two pages hold, in a real browser: found, chosen, locked together, and taken back. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "house=with many tickets")
class ListStoryTest extends DeskStory {
    private Page carla;

    /** How many tickets wait: more than two pages of them. */
    int many() {
        return 120;
    }

    @BeforeAll
    void many_wait() {
        letIn(Operator.CARLA);
        spottedAllOverTown();
        carla = browser.window(1440, 900, ColorScheme.LIGHT);
        enter(carla, "/agent/tickets", Operator.CARLA);
    }

    /** The newest is Mario's, who has it locked. */
    private void spottedAllOverTown() {
        db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, responsible_id, customer_id,
                                    customer_user_id, created_at, changed_at)
                select '20261101100' || lpad(i::text, 5, '0'), 'Lampione spento in via Roma ' || i, :queue, 1, 'new',
                       1 + i % 5, :carla, u.customer_id, u.id, now() - i * interval '1 minute', now() - i * interval '1 second'
                  from generate_series(1, :many) i, customer_user u
                 where u.login = 'giulia.moretti'
                """)
                .param("many", many())
                .param("queue", cast.id(Place.GUASTI).value())
                .param("carla", cast.id(Operator.CARLA).value())
                .update();
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, customer_user_id, sender_name, subject,
                                     text_body, created_at)
                select id, 1, 'customer', 'portal', true, customer_user_id, 'Giulia Moretti', title,
                       'Buongiorno, da ieri sera il lampione è spento e la via è al buio. ' || repeat('Grazie. ', 20), created_at
                  from ticket
                """).update();
        db.sql("""
                update ticket
                   set owner_id = :mario, locked_at = now(), state_id = 2, state_type = 'open'
                 where number = '2026110110000001'
                """).param("mario", cast.id(Operator.MARIO).value()).update();
    }

    @Test
    @Order(1)
    void the_list_is_sorted_and_narrowed_by_its_address() {
        carla.waitForURL("**/agent/tickets");
        assertThat(rows(carla)).hasCount(50);
        assertThat(rows(carla).first()).containsText("2026110110000001");
        Look.at(carla, "lists-01");

        carla.getByText("Filtra e ordina").click();
        carla.locator("select[name=priority]").selectOption("5");
        carla.locator("select[name=sort]").selectOption("changed");
        Look.also(carla, "lists-02-filtro");
        button(carla, "Mostra").click();
        carla.waitForURL("**/agent/tickets?*priority=5*sort=changed*");
        assertThat(rows(carla).first()).containsText("5 molto alta");
        Look.also(carla, "lists-03-filtrato");

        carla.getByLabel("Togli: Priorità").click();
        carla.waitForURL("**/agent/tickets?sort=changed");
    }

    @Test
    @Order(2)
    void rows_show_how_the_newest_article_begins_and_columns_are_chosen() {
        button(carla, "Righe con anteprima").click();
        assertThat(rows(carla).first()).containsText("Buongiorno, da ieri sera il lampione è spento");
        Look.also(carla, "lists-04-anteprima");

        carla.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Colonne"))
                .click();
        carla.locator("dialog[open]").getByLabel("Responsabile").first().check();
        button(carla, "Sposta prima: Responsabile").click();
        Look.at(carla, "lists-05-colonne");
        button(carla, "Salva le colonne").click();
        assertThat(carla.locator("thead")).containsText("Responsabile");
        button(carla, "Righe normali").click();
        assertThat(carla.locator(".size-medium")).isVisible();
    }

    @Test
    @Order(3)
    void back_from_a_ticket_she_stands_where_she_was() {
        carla.navigate("/agent/tickets?sort=changed&after=" + placeOf(60));
        var row = rows(carla).nth(30);
        var number = row.locator(".number a").innerText();
        row.locator(".title a").click();
        carla.waitForURL("**/tickets/" + number + "?from=**");
        button(carla, "Blocca").click();
        assertThat(button(carla, "Rilascia")).isVisible();
        button(carla, "Rilascia").click();
        assertThat(button(carla, "Blocca")).isVisible();

        carla.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Precedente"))
                .click();

        carla.waitForURL("**/agent/tickets?sort=changed&after=**came=" + number + "**");
    }

    @Test
    @Order(4)
    void with_shift_a_range_is_chosen() {
        carla.navigate("/agent/tickets");
        awake(carla);
        carla.keyboard().press("j");
        carla.keyboard().press("j");
        assertThat(rows(carla).nth(1).locator(".number a")).isFocused();
        carla.keyboard().press("x");
        assertThat(carla.locator(".bulk-count")).hasText("Scelti: 1");
        Look.also(carla, "lists-06-tasti");
        carla.keyboard().press("k");
        assertThat(rows(carla).first().locator(".number a")).isFocused();
        rows(carla).nth(1).locator("input").uncheck();
        rows(carla).nth(2).locator("input").check();
        rows(carla)
                .nth(6)
                .locator("input")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(carla.locator(".bulk-count")).hasText("Scelti: 5");
        Look.atPart(carla, ".bulk-bar", "lists-06-scelti");
        Look.atPart(carla, ".list-head", "lists-06-scelti");

        carla.getByLabel("Scegli tutti i ticket della pagina").check();
        assertThat(carla.locator(".bulk-count")).hasText("Scelti: 50");
    }

    @Test
    @Order(5)
    void all_are_locked_one_is_refused_and_all_is_taken_back() {
        var done = many() - 1;
        carla.getByLabel(Pattern.compile("Tutto l’elenco")).check();
        carla.locator(".bulk-bar").getByText("Blocca").click();
        assertThat(carla.locator("#dialog-box")).containsText("Blocco di " + many() + " ticket");
        Look.at(carla, "lists-07-domanda");
        carla.locator("#dialog-box")
                .getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Blocca"))
                .click();
        carla.waitForURL("**/agent/bulks/*");
        assertThat(carla.locator("progress")).isVisible();
        Look.also(carla, "lists-08-in-corso");
        assertThat(carla.getByText("Finito")).isVisible(patient());
        assertThat(carla.locator(".bulk-counts"))
                .containsText(Pattern.compile("Fatti\\s*" + done + "[\\s\\S]*Rifiutati\\s*1"));
        assertThat(carla.locator(".refusals")).containsText("bloccato da Mario Ferri");
        Look.at(carla, "lists-09-finito");
        assertThat(lockedByCarla()).isEqualTo(done);

        button(carla, "Annulla su " + done + " ticket").click();
        assertThat(carla.getByText("Annullamento su " + done + " ticket").first())
                .isVisible();
        assertThat(carla.getByText("Finito")).isVisible(patient());
        assertThat(lockedByCarla()).isZero();
        Look.also(carla, "lists-10-annullato");
    }

    @Test
    @Tag("drill")
    @Order(6)
    void it_all_fits_a_phone_in_the_dark() {
        var phone = browser.window(360, 780, ColorScheme.DARK);
        enter(phone, "/agent/tickets?priority=5&lock=free", Operator.CARLA);
        Look.also(phone, "lists-11-telefono");
        rows(phone).nth(1).locator("input").check();
        Look.at(phone, "lists-12-telefono-scelto");
        phone.navigate("/agent/tickets/layout");
        Look.also(phone, "lists-13-telefono-colonne");
        phone.navigate(carla.url());
        Look.also(phone, "lists-14-telefono-annullato");
    }

    @Test
    @Tag("drill")
    @Order(7)
    void it_works_without_script() {
        var plain = browser.windowWithoutScript();
        enter(plain, "/agent/tickets?lock=free", Operator.CARLA);
        rows(plain).nth(0).locator("input").check();
        plain.locator(".bulk-bar").getByText("Altro").click();
        plain.locator(".bulk-bar").getByText("Priorità").click();
        plain.getByLabel("4 alta").check();
        button(plain, "Priorità").click();
        assertThat(plain.locator("h1")).hasText("Nuova priorità per 1 ticket");
        plain.getByText("Torna all’elenco").click();
        plain.waitForURL("**/agent/tickets?lock=free");
        rows(plain).nth(3).locator(".number a").click();
        plain.getByText("Precedente").click();
        plain.waitForURL("**/agent/tickets?lock=free&came=**");
        assertThat(plain.locator(".is-here")).isVisible();
        Look.picture(plain, "lists-15-senza-script");
    }

    @Test
    @Order(8)
    void many_are_closed_and_opened_again() {
        carla.navigate("/agent/tickets?priority=5&lock=free");
        rows(carla).nth(0).locator("input").check();
        rows(carla).nth(1).locator("input").check();
        carla.locator(".bulk-bar").getByText("Chiudi").click();
        carla.getByLabel("Con successo").check();
        finish("Chiudi", "I lampioni sono accesi.");

        carla.navigate("/agent/tickets?state=closed");
        assertThat(rows(carla)).hasCount(2);
        carla.getByLabel("Scegli tutti i ticket della pagina").check();
        carla.locator(".bulk-bar").getByText("Altro").click();
        Look.also(carla, "lists-16-altro");
        carla.locator(".bulk-bar").getByText("Riapri").click();
        finish("Riapri", "Si sono spenti di nuovo.");
        carla.navigate("/agent/tickets?state=closed");
        assertThat(rows(carla)).hasCount(0);
    }

    @Test
    @Order(9)
    void whose_session_is_over_is_told_so_and_loses_nothing() {
        carla.navigate("/agent/tickets");
        rows(carla).nth(0).locator("input").check();
        carla.locator(".bulk-bar").getByText("Chiudi").click();
        var dialog = carla.locator("#dialog-box");
        dialog.locator("input[name=subject]").fill("Lampioni");
        dialog.locator("textarea[name=text]").fill("Non va perso.");
        carla.getByLabel("Con successo").check();
        db.sql("delete from login_session").update();
        dialog.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText("Chiudi"))
                .last()
                .click();
        assertThat(dialog.locator(".left .refusal")).isVisible();
        assertThat(dialog.locator("textarea[name=text]")).hasValue("Non va perso.");
        Look.also(carla, "lists-17-sessione-finita");
    }

    private void finish(String action, String why) {
        var dialog = carla.locator("#dialog-box");
        dialog.locator("input[name=subject]").fill("Lampioni");
        dialog.locator("textarea[name=text]").fill(why);
        dialog.getByRole(AriaRole.BUTTON)
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
        carla.waitForURL("**/agent/bulks/*");
        assertThat(carla.locator(".bulk-counts")).containsText(Pattern.compile("Fatti\\s*2"), longer());
    }

    private int lockedByCarla() {
        return db.sql("""
                select count(*)
                  from ticket t
                  join agent a on a.id = t.owner_id
                 where a.login = 'carla.neri' and t.locked_at is not null
                """).query(Integer.class).single();
    }

    /** Where the list by change goes on after so many tickets. */
    private String placeOf(int tickets) {
        return db.sql("""
                select (extract(epoch from changed_at) * 1000000)::bigint || '-' || id
                  from ticket
                 order by changed_at desc, id desc
                offset :tickets
                 limit 1
                """).param("tickets", tickets).query(String.class).single();
    }

    private static Locator rows(Page page) {
        return page.locator("table.tickets tbody tr");
    }

    private static LocatorAssertions.ContainsTextOptions longer() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);
    }
}
