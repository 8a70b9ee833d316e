package sportello.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static sportello.browser.Parts.button;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sportello.browser.Look;
import sportello.cast.Operator;

/** An administrator looks after people and post, by day at a desk and by night on a phone; each page is looked at. */
@Tag("drill")
class PostRoomDrill extends DeskStory {
    private final Map<ColorScheme, Page> annas = new EnumMap<>(ColorScheme.class);

    @BeforeAll
    void anna_may_come_in() {
        letIn(Operator.ANNA);
    }

    @Test
    @Order(1)
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
    @Order(2)
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
    @Order(3)
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
    @Order(4)
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

    /** By day at a desk, by night on a phone. */
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
}
