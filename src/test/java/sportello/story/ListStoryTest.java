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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import sportello.SportelloTest;
import sportello.browser.Look;
import sportello.cast.Operator;
import sportello.cast.Place;

/** A morning with more tickets than two pages hold, in a real browser: found, chosen, locked together, and taken back. */
@SportelloTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "house=with many tickets")
class ListStoryTest extends DeskStory {
    private final Map<ColorScheme, Page> annas = new EnumMap<>(ColorScheme.class);
    private Page carla;

    /** How many tickets wait: more than two pages of them. */
    int many() {
        return 120;
    }

    @BeforeAll
    void many_wait() {
        letIn(Operator.CARLA);
        letIn(Operator.ANNA);
        spottedAllOverTown();
        carla = browser.window(1440, 900, ColorScheme.LIGHT);
        carla.navigate("/agent/tickets");
        logIn(carla, Operator.CARLA);
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
        Look.at(carla, "lists-02-filtro");
        button(carla, "Mostra").click();
        carla.waitForURL("**/agent/tickets?*priority=5*sort=changed*");
        assertThat(rows(carla).first()).containsText("5 molto alta");
        Look.at(carla, "lists-03-filtrato");

        carla.getByLabel("Togli: Priorità").click();
        carla.waitForURL("**/agent/tickets?sort=changed");
    }

    @Test
    @Order(2)
    void rows_show_how_the_newest_article_begins_and_columns_are_chosen() {
        button(carla, "Righe con anteprima").click();
        assertThat(rows(carla).first()).containsText("Buongiorno, da ieri sera il lampione è spento");
        Look.at(carla, "lists-04-anteprima");

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
        Look.at(carla, "lists-06-tasti");
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
        Look.at(carla, "lists-08-in-corso");
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
        Look.at(carla, "lists-10-annullato");
    }

    @Test
    @Order(6)
    void it_all_fits_a_phone_in_the_dark() {
        var phone = browser.window(360, 780, ColorScheme.DARK);
        phone.navigate("/agent/tickets?priority=5&lock=free");
        logIn(phone, Operator.CARLA);
        phone.waitForURL("**/agent/tickets?**");
        Look.at(phone, "lists-11-telefono");
        rows(phone).nth(1).locator("input").check();
        Look.at(phone, "lists-12-telefono-scelto");
        phone.navigate("/agent/tickets/layout");
        Look.at(phone, "lists-13-telefono-colonne");
        phone.navigate(carla.url());
        Look.at(phone, "lists-14-telefono-annullato");
    }

    @Test
    @Order(7)
    void it_works_without_script() {
        var plain = browser.windowWithoutScript();
        plain.navigate("/agent/tickets?lock=free");
        logIn(plain, Operator.CARLA);
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
        Look.at(carla, "lists-16-altro");
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
        Look.at(carla, "lists-17-sessione-finita");
    }

    @Test
    @Order(10)
    void an_administrator_keeps_the_causes_of_what_could_not_be_done() {
        var scheme = ColorScheme.LIGHT;
        var anna = anna(scheme);
        anna.navigate("/admin");
        Look.at(anna, "admin-01-" + scheme);
        anna.getByText("Cause delle chiusure senza successo").click();
        anna.waitForURL("**/admin/causes");
        Look.at(anna, "admin-02-" + scheme);
        anna.getByText("Nuova causa").click();
        anna.waitForURL("**/admin/causes/new");
        anna.getByLabel("Nome").fill("Strada chiusa " + scheme);
        Look.at(anna, "admin-03-" + scheme);
        button(anna, "Salva").click();
        assertThat(anna.locator(".kept tbody tr").last()).containsText("Strada chiusa " + scheme);
        button(anna, "Sposta su: Strada chiusa " + scheme).click();
        assertThat(anna.locator(".notice")).containsText("spostata");
        Look.at(anna, "admin-04-" + scheme);
    }

    @Test
    @Order(11)
    void an_administrator_looks_after_the_post() {
        post();
        var scheme = ColorScheme.DARK;
        var anna = anna(scheme);
        anna.navigate("/admin/mail");
        assertThat(anna.locator("main")).containsText("Non si legge");
        anna.getByText("Fattura di novembre").first().click();
        Look.at(anna, "admin-05-posta-" + scheme);
        anna.navigate("/admin/quarantine");
        anna.locator(".discard summary").click();
        Look.at(anna, "admin-06-quarantena-" + scheme);
        anna.navigate("/admin/mailboxes");
        assertThat(anna.locator("main")).containsText("Guasti");
        Look.at(anna, "admin-07-caselle-" + scheme);
        anna.navigate("/admin/mailboxes/new");
        Look.at(anna, "admin-08-casella-" + scheme);
        anna.navigate("/admin/mail/trial");
        anna.locator("textarea").fill("From: Ugo <ugo@altrove.example>\nSubject: Prova\n\nBuongiorno.");
        Look.at(anna, "admin-09-prova-" + scheme);
        anna.locator("main form .btn-primary").click();
        assertThat(anna.locator("main")).containsText("ugo@altrove.example");
        Look.at(anna, "admin-10-provata-" + scheme);
    }

    @Test
    @Order(12)
    void an_administrator_says_where_mail_goes() {
        var scheme = ColorScheme.LIGHT;
        var anna = anna(scheme);
        anna.navigate("/admin/queues");
        anna.getByLabel("Energia", new Page.GetByLabelOptions().setExact(true)).click();
        anna.waitForURL("**/edit");
        anna.getByLabel("Indirizzi di posta").fill("energia-" + scheme + "@valle.example");
        Look.at(anna, "admin-11-coda-" + scheme);
        button(anna, "Salva").click();
        assertThat(anna.locator(".kept"))
                .containsText("energia-" + scheme.name().toLowerCase(Locale.ROOT));
        Look.at(anna, "admin-12-code-" + scheme);
        anna.navigate("/admin/filters/new");
        anna.getByLabel("Nome", new Page.GetByLabelOptions().setExact(true)).fill("Lampioni " + scheme);
        anna.getByLabel("Quale intestazione").first().fill("Subject");
        anna.getByLabel("Espressione cercata").first().fill("lampion[ei]");
        anna.getByLabel("Coda", new Page.GetByLabelOptions().setExact(true)).fill("Energia");
        Look.at(anna, "admin-13-filtro-" + scheme);
        button(anna, "Salva").click();
        assertThat(anna.locator(".kept")).containsText("Lampioni " + scheme);
        Look.at(anna, "admin-14-filtri-" + scheme);
        consent(anna, scheme);
    }

    private static void consent(Page anna, ColorScheme scheme) {
        anna.navigate("/admin/mailboxes");
        anna.getByLabel("Consenso per la casella Guasti").click();
        anna.waitForURL("**/consent");
        anna.getByLabel("Google").check();
        anna.getByLabel("ID dell’applicazione (client ID)").fill("desk");
        Look.at(anna, "admin-15-consenso-" + scheme);
        button(anna, "Prosegui").click();
        assertThat(anna.locator(".btn-primary[href^='https://accounts.google.com/']"))
                .containsText("Accedi a Google");
        Look.at(anna, "admin-16-prosegui-" + scheme);
    }

    @Test
    @Order(13)
    void an_administrator_takes_somebody_on() {
        var scheme = ColorScheme.DARK;
        var anna = anna(scheme);
        anna.navigate("/admin/groups");
        Look.at(anna, "admin-19-gruppi-" + scheme);
        anna.navigate("/admin/groups/new");
        Look.at(anna, "admin-20-gruppo-" + scheme);
        anna.navigate("/admin/agents");
        Look.at(anna, "admin-17-operatori-" + scheme);
        anna.navigate("/admin/agents/new");
        anna.getByLabel("Nome", new Page.GetByLabelOptions().setExact(true)).fill("Ada");
        anna.getByLabel("Cognome").fill("Conti");
        anna.getByLabel("Nome utente").fill("ada." + scheme);
        anna.getByLabel("Indirizzo di posta").fill("ada." + scheme + "@valle.example");
        anna.getByLabel("energia: legge").check();
        Look.at(anna, "admin-18-operatore-" + scheme);
        button(anna, "Salva").click();
        assertThat(anna.locator(".notice")).containsText("A Ada Conti è partita una mail");
    }

    /** By day at a desk, by night on a phone; the drill looks at all pages in both. */
    private Page anna(ColorScheme scheme) {
        return annas.computeIfAbsent(scheme, light -> {
            var anna = browser.window(light == ColorScheme.DARK ? 360 : 1280, 800, light);
            anna.navigate("/admin");
            logIn(anna, Operator.ANNA);
            anna.waitForURL("**/admin");
            return anna;
        });
    }

    /** A mailbox that stands still, a mail that was sorted and one that could not be. */
    private void post() {
        db.sql("""
                with box as (insert into mailbox (name, protocol, host, port, user_name, valid, last_fetch_at,
                                                  failing_since, last_error, backlog)
                             values ('Guasti', 'IMAP', 'imap.valle.example', 993, 'guasti@valleservizi.example', true,
                                     now() - interval '3 hours', now() - interval '3 hours', 'Il server non risponde', 12)
                             returning id),
                     kept as (insert into blob (hash, size, created_at)
                              select sha256(word::bytea), 4, now() from unnest(array['uno', 'due']) word
                              returning hash),
                     came as (insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state, reason,
                                                   detail)
                              select box.id, 1, 0, encode(hash, 'hex'), hash, 4, now(),
                                     case when hash = sha256('uno') then 'SORTED' else 'QUARANTINED' end,
                                     case when hash = sha256('uno') then '' else 'broken' end, 'after 10 s'
                                from box, kept
                              returning id, state)
                insert into sorted_mail (arrival_id, verdict, sender, subject, log, at)
                select id, 'ignore', 'Ugo <ugo@altrove.example>', 'Fattura di novembre',
                       '[{"key": "filter", "what": "Newsletter"}]', now()
                  from came
                 where state = 'SORTED'
                """).update();
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
