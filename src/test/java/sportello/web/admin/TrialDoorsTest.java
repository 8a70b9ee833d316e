package sportello.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.identity.LoggedIn;
import sportello.storage.Files;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What would become of a mail, before it comes (F31). */
@SportelloTest
@Transactional
class TrialDoorsTest {
    private static final String STRANGER = """
            From: Ugo Neri <ugo.neri@altrove.example>
            To: desk@valle.example
            Subject: Porta rotta
            Message-ID: <prova@altrove.example>

            Buongiorno, la porta è rotta.
            """;

    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Opening opening;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void a_mail_shows_where_it_would_go_and_whether_it_would_be_answered() throws Exception {
        pasted(STRANGER)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Aprirebbe un nuovo ticket"),
                                containsString("Ugo Neri"),
                                containsString("Non registrato"),
                                containsString("Sì, parte"),
                                containsString("Buongiorno, la porta è rotta."))));
    }

    @Test
    void who_is_known_is_named_and_told_by_the_rules_for_notifications() throws Exception {
        var email = db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
        pasted(STRANGER.replace("ugo.neri@altrove.example", email))
                .andExpect(content()
                        .string(allOf(
                                containsString(cast.as(GIULIA).name() + ", "),
                                containsString("lo avvisano le regole delle notifiche"))));
    }

    @Test
    void the_rules_say_whom_they_would_tell_and_nothing_of_it_happens() throws Exception {
        var email = db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
        var before = rows();
        pasted(STRANGER.replace("ugo.neri@altrove.example", email))
                .andExpect(content()
                        .string(allOf(
                                containsString("Chi sarebbe avvisato"),
                                containsString(cast.as(GIULIA).name() + "</td>"),
                                containsString("utente cliente"),
                                containsString("per mail"))));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_mail_that_came_is_tried_again_by_whoever_sees_its_ticket() throws Exception {
        var article = mailedArticle();
        again(article).andExpect(status().isNotFound());

        db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :anna, q.group_id, 'ro'
                  from article a
                  join ticket t on t.id = a.ticket_id
                  join queue q on q.id = t.queue_id
                 where a.id = :article
                """)
                .param("anna", cast.id(ANNA).value())
                .param("article", article)
                .update();
        again(article)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Aprirebbe un nuovo ticket"), containsString("Porta rotta"))));
    }

    @Test
    void a_mail_that_the_database_would_not_keep_would_go_into_quarantine() throws Exception {
        db.sql("alter table article add constraint no_poison check (text_body not like '%veleno%')")
                .update();
        pasted(STRANGER.replace("la porta", "veleno"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Andrebbe in quarantena")));
    }

    @Test
    void an_automatic_mail_would_not_be_answered() throws Exception {
        pasted("Auto-Submitted: auto-replied\n" + STRANGER)
                .andExpect(content().string(containsString("No: la mail è automatica")));
    }

    @Test
    void headers_count_only_where_the_mailbox_is_trusted() throws Exception {
        var mail = "X-OTRS-Priority: 5 very high\n" + STRANGER;
        pasted(mail).andExpect(content().string(containsString("3 normale")));
        web.perform(multipart("/admin/mail/trial")
                        .param("source", mail)
                        .param("trusted", "true")
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content()
                        .string(allOf(
                                containsString("5 molto alta"),
                                containsString("vale l’intestazione X-OTRS-Priority"))));
    }

    @Test
    void of_a_mailbox_count_its_trust_its_queue_and_the_servers_that_check_senders() throws Exception {
        var box = db.sql("""
                insert into mailbox (name, protocol, valid, trusted, gateways, default_queue_id)
                select 'verificata', 'IMAP', false, true, '{mx.valle.example}', id
                  from queue
                 where name = 'Amministrazione'
                returning id
                """).query(Long.class).single();
        var forged = "Authentication-Results: mx.valle.example; dmarc=fail; spf=softfail; dkim=none\n"
                + "X-OTRS-Priority: 5 very high\n" + STRANGER;
        pasted(forged)
                .andExpect(content()
                        .string(allOf(
                                containsString("nessun server verifica i mittenti"),
                                not(containsString("<dd>softfail</dd>")))));
        from(box, forged)
                .andExpect(content()
                        .string(allOf(
                                containsString("mittente non autenticato"),
                                containsString("<dd>mx.valle.example</dd>"),
                                containsString("<dd>softfail</dd>"),
                                containsString("<dd>Amministrazione</dd>"),
                                containsString("5 molto alta"),
                                containsString("selected>verificata"))));
        from(box, forged.replace("dmarc=fail", "dmarc=pass header.from=altrove.example"))
                .andExpect(content()
                        .string(allOf(
                                containsString("mittente autenticato"),
                                not(containsString("mittente non autenticato")))));
    }

    private ResultActions from(long mailbox, String mail) throws Exception {
        return web.perform(multipart("/admin/mail/trial")
                .param("source", mail)
                .param("mailbox", "" + mailbox)
                .with(LoggedIn.as(cast.as(ANNA), db)));
    }

    @Test
    void what_is_no_mail_would_go_into_quarantine() throws Exception {
        pasted("Buongiorno a tutti")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Andrebbe in quarantena"), containsString("Non è una mail"))));
    }

    @Test
    void a_file_may_be_given_instead_and_nothing_is_refused_with_words() throws Exception {
        web.perform(multipart("/admin/mail/trial")
                        .file(new MockMultipartFile(
                                "file", "a.eml", "message/rfc822", STRANGER.getBytes(StandardCharsets.UTF_8)))
                        .with(LoggedIn.as(cast.as(ANNA), db)))
                .andExpect(content().string(containsString("Porta rotta")));
        pasted(" ")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Incolli l’originale di una mail")));
    }

    @Test
    void what_was_pasted_is_shown_as_text_and_comes_back_as_it_was() throws Exception {
        pasted(STRANGER.replace("Buongiorno", "</textarea><script>alert(1)</script>"))
                .andExpect(content().string(containsString("&lt;/textarea&gt;&lt;script&gt;alert(1)")));
    }

    @Test
    void type_service_and_lock_are_those_that_the_filters_would_give() throws Exception {
        db.sql("insert into ticket_type (name, position) values ('Tipo di prova', 900)")
                .update();
        db.sql("insert into service (name) values ('Servizio di prova')").update();
        var login = db.sql("select login from agent where id = :id")
                .param("id", cast.id(LAURA).value())
                .query(String.class)
                .single();
        filter(Map.of(
                "type",
                "Tipo di prova",
                "service",
                "Servizio di prova",
                "owner",
                login,
                "lock",
                "yes",
                "queue",
                "Energia::Impianti termici"));
        var before = rows();

        pasted(STRANGER)
                .andExpect(content()
                        .string(allOf(
                                containsString("<dd>Tipo di prova</dd>"),
                                containsString("<dd>Servizio di prova</dd>"),
                                containsString("In lavorazione dal proprietario"))));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            closed | reopen     | Il ticket chiuso si riaprirebbe
            closed | new_ticket | Aprirebbe un nuovo ticket, collegato a quello chiuso
            closed | reject     | Resterebbe agli atti: il ticket rimarrebbe chiuso
            open   | reject     | il ticket resterebbe nel suo stato
            """)
    void what_an_answer_would_do_to_its_ticket_is_said_and_not_done(String state, String onClosed, String effect)
            throws Exception {
        var number = asked();
        db.sql("update queue set on_closed = :onClosed where id = (select queue_id from ticket where number = :number)")
                .param("onClosed", onClosed)
                .param("number", number)
                .update();
        if (state.equals("closed"))
            db.sql("update ticket set state_id = 7, state_type = 'closed', closed_at = now() where number = :number")
                    .param("number", number)
                    .update();
        filter(Map.of("priority", "5"));
        db.sql("update mail_filter set follow_ups = true").update();
        var before = rows();
        var stood = stand(number);

        pasted(STRANGER.replace("ugo.neri@altrove.example", email())
                        .replace("Porta rotta", "[Ticket#" + number + "] Sì"))
                .andExpect(content().string(containsString(effect)));
        assertThat(rows()).isEqualTo(before);
        assertThat(stand(number)).isEqualTo(stood);
    }

    @Test
    void what_filters_would_change_on_a_ticket_is_shown_and_a_stranger_changes_nothing() throws Exception {
        var number = asked();
        filter(Map.of("priority", "5"));
        db.sql("update mail_filter set follow_ups = true").update();
        var answer = STRANGER.replace("Porta rotta", "[Ticket#" + number + "] Sì");

        pasted(answer.replace("ugo.neri@altrove.example", email()))
                .andExpect(content().string(containsString("→ 5 molto alta")));
        pasted(answer)
                .andExpect(content()
                        .string(allOf(
                                containsString("nota interna di un mittente non verificato"),
                                not(containsString("→ 5 molto alta")))));
    }

    private String asked() {
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia."),
                        Uploads.NONE))
                .value()
                .value();
    }

    private String email() {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
    }

    private String stand(String number) {
        return db.sql("select state_type || ' ' || priority || ' ' || version from ticket where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private void filter(Map<String, String> settings) {
        var id = db.sql("insert into mail_filter (position, name) values (1, 'prova') returning id")
                .query(Long.class)
                .single();
        db.sql("insert into mail_filter_condition values (:id, 1, 'header', 'To', 'desk@', false)")
                .param("id", id)
                .update();
        var position = 1;
        for (var setting : settings.entrySet())
            db.sql("insert into mail_filter_setting values (:id, :position, :name, :value)")
                    .param("id", id)
                    .param("position", position++)
                    .param("name", setting.getKey())
                    .param("value", setting.getValue())
                    .update();
    }

    @Test
    void nothing_is_written() throws Exception {
        var before = rows();
        pasted(STRANGER);
        pasted("Auto-Submitted: auto-replied\n" + STRANGER);
        pasted("Buongiorno a tutti");
        assertThat(rows()).hasSizeGreaterThan(100).isEqualTo(before);
    }

    /** The first message of a ticket, as if it had come by mail. */
    private long mailedArticle() {
        var kept = files.keep(
                new ByteArrayInputStream(STRANGER.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        return db.sql("""
                with opened as (
                    insert into ticket (number, title, queue_id, state_id, state_type, priority, created_at, changed_at)
                    select 'PROVATA', 'Porta rotta', min(id), 1, 'new', 3, now(), now() from queue
                    returning id),
                     article as (
                    insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body,
                                         created_at)
                    select id, 1, 'customer', 'email', true, 'Ugo Neri', 'Porta rotta', 'x', now() from opened
                    returning id, ticket_id),
                     box as (
                    insert into mailbox (name, protocol, valid) values ('prova', 'IMAP', false) returning id),
                     came as (
                    insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state)
                    select id, 1, 0, '1', :hash, :size, now(), 'SORTED' from box
                    returning id)
                insert into sorted_mail (arrival_id, verdict, ticket_id, article_id, log, at)
                select came.id, 'open', article.ticket_id, article.id, '[]', now() from came, article
                returning article_id
                """)
                .param("hash", kept.hash().bytes())
                .param("size", kept.size())
                .query(Long.class)
                .single();
    }

    private ResultActions again(long article) throws Exception {
        return web.perform(get("/admin/mail/trial?article=" + article).with(LoggedIn.as(cast.as(ANNA), db)));
    }

    /** How much there is of everything, and the number that the next ticket gets; whoever looks has come in for it. */
    private List<String> rows() {
        return db.sql("""
                select table_name || (xpath('//count/text()', query_to_xml(format('select count(*) from %I', table_name),
                                                                           true, true, '')))[1]
                  from information_schema.tables
                 where table_schema = 'public'
                   and table_type = 'BASE TABLE'
                   and table_name not in ('account', 'login_session')
                 union all
                select 'next ' || coalesce(string_agg(c::text, ' ' order by c.day), '') from ticket_number_counter c
                 order by 1
                """).query(String.class).list();
    }

    private ResultActions pasted(String mail) throws Exception {
        return web.perform(multipart("/admin/mail/trial").param("source", mail).with(LoggedIn.as(cast.as(ANNA), db)));
    }
}
