package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.identity.LoggedIn;

/** How the mailboxes are, and what became of each mail (F4, F12). */
@SportelloTest
@Transactional
class MailDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
        db.sql("delete from sorted_mail").update();
    }

    @Test
    void the_post_is_the_administrators() throws Exception {
        see("/admin/mail", LAURA).andExpect(status().isNotFound());
        see("/admin", ANNA).andExpect(content().string(containsString("<a href=\"/admin/mail\">Posta in arrivo</a>")));
    }

    @Test
    void a_mailbox_that_stands_still_says_since_when_and_what_its_server_says() throws Exception {
        db.sql("""
                insert into mailbox (name, protocol, host, last_fetch_at, failing_since, last_error, backlog)
                values ('Guasti', 'IMAP', 'imap.valle.example', now() - interval '3 hours', now() - interval '2 hours',
                        'Invalid <credentials>', 12)
                """).update();
        see("/admin/mail", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("imap.valle.example"),
                                containsString("Non si legge"),
                                containsString("Il server dice: Invalid &lt;credentials&gt;"),
                                containsString(">3 h fa<"),
                                containsString("<dt>Ancora sul server</dt><dd>12</dd>"))));
    }

    @Test
    void a_mailbox_that_is_read_by_consent_says_until_when_its_token_is_good() throws Exception {
        see("/admin/mail", ANNA).andExpect(content().string(not(containsString("Scadenza del gettone"))));
        db.sql("""
                with kept as (
                    insert into mailbox (name, protocol, host) values ('Segreteria', 'IMAP', 'outlook.office365.com')
                    returning id)
                insert into mailbox_consent (mailbox_id, provider, client_id, refresh_token, access_token, access_until)
                select id, 'MICROSOFT', 'desk', ''::bytea, ''::bytea, timestamptz '2030-05-17 10:00Z' from kept
                """).update();
        see("/admin/mail", ANNA)
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "<dt>Scadenza del gettone</dt><dd><time datetime=\"2030-05-17T10:00:00Z\">17/05/2030 12:00<")));
    }

    @Test
    void what_is_not_in_use_is_no_trouble() throws Exception {
        db.sql("""
                insert into mailbox (name, protocol, host, failing_since, last_error, valid)
                values ('Vecchia', 'POP3', 'pop.valle.example', now(), 'Connection refused', false)
                """).update();
        see("/admin/mail", ANNA)
                .andExpect(content().string(allOf(containsString("Non in uso"), not(containsString("refused")))));
    }

    @Test
    void each_mail_says_what_became_of_it_and_why() throws Exception {
        mail(
                1,
                "[{\"key\": \"filter\", \"what\": \"Newsletter <b>\"}, {\"key\": \"closed\", \"what\": \"\"}]",
                "ignore");
        see("/admin/mail", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Mittente 1"),
                                containsString("Oggetto 1"),
                                containsString(">Ignorata<"),
                                containsString("Vale il filtro «Newsletter &lt;b&gt;»."),
                                containsString("Il ticket è chiuso e non riceve altre mail."))));
    }

    /** Every sentence that a step may write is there, or the page would break on it. */
    @Test
    void every_finding_and_every_verdict_has_its_words() throws Exception {
        var keys = java.util.List.of(
                "ours",
                "report_on_nothing",
                "attested",
                "bounced",
                "belongs",
                "filter",
                "header",
                "not_understood",
                "stranger",
                "reopens",
                "closed",
                "asker",
                "asker_unknown",
                "queue",
                "queue_by_rule");
        var verdicts = java.util.List.of("open", "open_beside", "join", "reject", "bounced", "attested", "ignore");
        for (var number = 0; number < keys.size(); number++)
            mail(
                    number,
                    "[{\"key\": \"%s\", \"what\": \"x\"}]".formatted(keys.get(number)),
                    verdicts.get(number % verdicts.size()));
        see("/admin/mail", ANNA).andExpect(status().isOk());
    }

    @Test
    void the_log_is_read_page_by_page_newest_first() throws Exception {
        for (var number = 1; number <= 53; number++) mail(number, "[]", "open");
        see("/admin/mail", ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Oggetto 53<"),
                                containsString("Oggetto 4<"),
                                not(containsString("Oggetto 3<")))));
        var last = db.sql("select arrival_id from sorted_mail where subject = 'Oggetto 4'")
                .query(Long.class)
                .single();
        see("/admin/mail?before=" + last, ANNA)
                .andExpect(content()
                        .string(allOf(
                                containsString("Oggetto 3<"),
                                containsString("Oggetto 1<"),
                                not(containsString("Oggetto 4<")),
                                not(containsString("rel=\"next\"")))));
    }

    @Test
    void a_ticket_is_linked_for_those_for_whom_it_exists() throws Exception {
        mail(1, "[]", "open");
        var number = db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at)
                select 'POSTA-1', 'Guasto', min(id), 1, 'new', 3, now(), now() from queue
                returning number
                """).query(String.class).single();
        db.sql("update sorted_mail set ticket_id = (select id from ticket where number = :number)")
                .param("number", number)
                .update();
        var group = db.sql("select group_id from queue where id = (select min(id) from queue)")
                .query(Long.class)
                .single();
        db.sql("delete from agent_permission where agent_id = :anna and group_id = :group")
                .param("anna", cast.id(ANNA).value())
                .param("group", group)
                .update();
        see("/admin/mail", ANNA)
                .andExpect(content()
                        .string(allOf(containsString(">POSTA-1<"), not(containsString("href=\"/tickets/POSTA-1\"")))));
        db.sql("insert into agent_permission (agent_id, group_id, permission) values (:anna, :group, 'ro')")
                .param("anna", cast.id(ANNA).value())
                .param("group", group)
                .update();
        see("/admin/mail", ANNA).andExpect(content().string(containsString("href=\"/tickets/POSTA-1\"")));
    }

    private void mail(int number, String log, String verdict) {
        var stored = db.sql("""
                with box as (
                    insert into mailbox (name, protocol, valid) values ('posta', 'IMAP', false)
                    on conflict (name) do update set valid = false returning id),
                     mail as (
                    insert into blob (hash, size, created_at) values (sha256(('doors ' || :number)::bytea), 4, now())
                    returning hash),
                     arrived as (
                    insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state)
                    select box.id, 1, 0, 'doors ' || :number, hash, 4, now(), 'SORTED' from box, mail
                    returning id)
                insert into sorted_mail (arrival_id, verdict, sender, subject, log, at)
                select id, :verdict, 'Mittente ' || :number, 'Oggetto ' || :number, :log::json,
                       now() - interval '1 day' + :number * interval '1 minute'
                  from arrived
                """)
                .param("number", number)
                .param("verdict", verdict)
                .param("log", log)
                .update();
        assertThat(stored).isEqualTo(1);
    }

    private ResultActions see(String address, Operator who) throws Exception {
        return web.perform(get(address).with(LoggedIn.as(cast.as(who), db)));
    }
}
