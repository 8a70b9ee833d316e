package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.base.Language;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.identity.Accounts;
import sportello.identity.Authenticator;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.ArticleFilter;
import sportello.notification.TicketFilter;
import sportello.saml.SmallSamlProvider;
import sportello.settings.Secrets;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;
import tools.jackson.databind.json.JsonMapper;

/** What the walk finds: Giulia's ticket in a queue of the group "energia", and one person of each kind. */
final class Stage {
    static final String CLERK = Operator.LAURA.login();
    /** What the house was once. */
    static final String CONFIGURATION = "groups:\n- name: Magazzino\n";

    static final String PASSWORD = "vento caldo sul molo";

    /**
     * Words of a ticket out of sight, of a draft of somebody's own, of one that is shared with those who may send it, and of what
     * is left of one that was thrown away.
     */
    static final List<String> HIDDEN = List.of("segretaccio", "abbozzaccio", "condivisaccio", "scartaccio");

    private final JdbcClient db;
    private final Cast cast;
    private final Secrets secrets;
    private final String asset;
    private final TicketNumber number;
    private long walker;

    Stage(JdbcClient db, Accounts accounts, Opening opening, Secrets secrets, String asset) {
        this.db = db;
        this.secrets = secrets;
        this.asset = asset;
        cast = Cast.onStage(db);
        accounts.open(cast.id(Operator.LAURA), PASSWORD);
        number = ticket(opening);
    }

    /** The viewer of the subject, who has an account with the password above; nobody for a stranger. */
    Viewer viewer(Subject subject) {
        return switch (subject) {
            case ANONYMOUS -> throw new IllegalArgumentException("A stranger has no eyes");
            case DISABLED_AGENT -> disabled("agent", "login = 'DISABLED_AGENT'", entering(agent(subject, true)));
            case DISABLED_CUSTOMER_USER ->
                disabled("customer_user", "id = " + customerUser(), entering(cast.as(Caller.GIULIA)));
            case READING_TOKEN, WRITING_TOKEN -> entering(agent(subject, true));
            case THE_CUSTOMER_USER -> entering(cast.as(Caller.GIULIA));
            case COLLEAGUE_OF_THE_CUSTOMER_USER -> entering(cast.as(Caller.PAOLO));
            case COLLEAGUE_WITHOUT_A_RIGHT -> {
                reserve();
                yield entering(cast.as(Caller.PAOLO));
            }
            case USER_OF_ANOTHER_CUSTOMER -> entering(cast.as(Caller.EMILY));
            case AGENT_OF_ANOTHER_GROUP -> entering(employed(Operator.PIERO));
            case SUPPLIER -> entering(cast.as(Operator.PIERO));
            case ADMINISTRATOR -> entering(agent(subject, true));
            case QUALITY -> entering(reading(agent(subject, false), false));
            case AUDITOR -> entering(reading(agent(subject, false), true));
            case AGENT_RO,
                    AGENT_MOVE_INTO,
                    AGENT_CREATE,
                    AGENT_NOTE,
                    AGENT_OWNER,
                    AGENT_PRIORITY,
                    AGENT_COMPOSE,
                    AGENT_PHONE,
                    AGENT_CLOSE,
                    AGENT_PENDING,
                    AGENT_RESPONSIBLE,
                    AGENT_CUSTOMER,
                    AGENT_RW -> entering(agent(subject, false));
        };
    }

    private Viewer disabled(String people, String who, Viewer viewer) {
        db.sql("update " + people + " set valid = false where " + who).update();
        return viewer;
    }

    private void reserve() {
        db.sql("""
                update permission_group g
                   set reserved = true
                  from queue q
                  join ticket t on t.queue_id = q.id
                 where g.id = q.group_id
                   and t.id = :ticket
                """).param("ticket", ticket()).update();
    }

    private Viewer employed(Operator supplier) {
        db.sql("update agent set supplier = false where id = :id")
                .param("id", cast.id(supplier).value())
                .update();
        return cast.as(supplier);
    }

    String asset() {
        return asset;
    }

    TicketNumber number() {
        return number;
    }

    long ticket() {
        return db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    long attachment() {
        return db.sql("""
                select f.id
                  from attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = :ticket
                """).param("ticket", ticket()).query(Long.class).single();
    }

    /** As the page would show it now. */
    int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    long articleWithFile() {
        return db.sql("""
                select a.id
                  from article a
                  join attachment f on f.article_id = a.id
                 where a.ticket_id = :ticket
                """).param("ticket", ticket()).query(Long.class).single();
    }

    /** The first message, as if it had come by mail. */
    long htmlArticle() {
        return db.sql("""
                update article set html_body = '<p>Buongiorno</p>' where ticket_id = :ticket and no = 1 returning id
                """).param("ticket", ticket()).query(Long.class).single();
    }

    /** An appointment of whoever walks. */
    long appointment() {
        return db.sql("""
                insert into appointment (agent_id, title, begins_at, ends_at, created_at)
                values (:agent, 'Sopralluogo', now(), now() + interval '1 hour', now())
                returning id
                """)
                .param("agent", walker == 0 ? able() : walker)
                .query(Long.class)
                .single();
    }

    /** A legal hold on the ticket. */
    long hold() {
        return db.sql("""
                insert into legal_hold (ticket_id, reason, agent_id, since)
                values (:ticket, 'Contenzioso', :agent, now())
                returning id
                """)
                .param("ticket", ticket())
                .param("agent", able())
                .query(Long.class)
                .single();
    }

    /** A document that somebody had drawn, and that is finished. */
    long printout() {
        return db.sql("""
                insert into printout (ticket_id, agent_id, internal, articles, done, hash, size, created_at)
                select a.ticket_id, :agent, true, 1, 1, f.hash, f.size, a.created_at
                  from article a
                  join attachment f on f.article_id = a.id
                 where a.ticket_id = :ticket
                returning id
                """)
                .param("ticket", ticket())
                .param("agent", able())
                .query(Long.class)
                .single();
    }

    /** A note that a colleague of whoever walks has begun and shared. */
    long sharedDraft() {
        return db.sql("""
                insert into draft (agent_id, ticket_id, kind, content, saved_at, shared)
                select min(a.id), :ticket, 'note', '{"text": "Ecco."}', now(), true
                  from agent a
                 where a.id <> :walker
                returning id
                """)
                .param("ticket", ticket())
                .param("walker", walker)
                .query(Long.class)
                .single();
    }

    /** What whoever walks has done to the ticket together with others. */
    long bulk() {
        return bulk(walker == 0 ? able() : walker);
    }

    /** The same of a colleague with the same keys. */
    long anothersBulk() {
        return bulk(able());
    }

    private long bulk(long agent) {
        return db.sql("""
                with begun as (insert into bulk (agent_id, action, created_at)
                               values (:agent, '{"type": "lock"}', now())
                               returning id),
                     done as (insert into bulk_ticket (bulk_id, position, number, outcome, line_id)
                              select b.id, 1, t.number, 'done', h.id
                                from begun b, ticket t
                                join ticket_history h on h.ticket_id = t.id and h.no = 1
                               where t.number = :number)
                select id from begun
                """)
                .param("agent", agent)
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    /** The number of an article that the mail server refused. */
    int failedMail() {
        return db.sql("""
                with letter as (
                    insert into letter (message_id, to_address, subject, text_body, html_body, state, tried_at,
                                        created_at)
                    values ('<failed@desk.example>', 'ditta@neri.example', 'Orario', 'x', 'x', 'failed', now(), now())
                    returning id),
                     article as (
                    insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
                    select :ticket, max(no) + 1, 'agent', 'email', false, 'Laura', 'Orario', 'x', now()
                      from article
                     where ticket_id = :ticket
                    returning id, no),
                     recipient as (
                    insert into article_recipient (article_id, position, role, address, letter_id)
                    select article.id, 1, 'to', 'ditta@neri.example', letter.id
                      from article, letter)
                select no from article
                """).param("ticket", ticket()).query(Integer.class).single();
    }

    /** The number of an article that whoever walks has mailed and that has not left yet. */
    int leavingMail() {
        return db.sql("""
                with letter as (
                    insert into letter (message_id, to_address, subject, text_body, html_body, created_at, leaves_at)
                    values ('<leaving@desk.example>', 'ditta@neri.example', 'Orario', 'x', 'x', now(),
                            now() + interval '10 s')
                    returning id),
                     article as (
                    insert into article (ticket_id, no, sender, channel, visible, agent_id, sender_name, subject,
                                         text_body, created_at)
                    select :ticket, max(no) + 1, 'agent', 'email', false, :agent, 'Laura', 'Orario', 'x', now()
                      from article
                     where ticket_id = :ticket
                    returning id, no),
                     recipient as (
                    insert into article_recipient (article_id, position, role, address, letter_id)
                    select article.id, 1, 'to', 'ditta@neri.example', letter.id
                      from article, letter)
                select no from article
                """)
                .param("ticket", ticket())
                .param("agent", walker == 0 ? able() : walker)
                .query(Integer.class)
                .single();
    }

    /** Another queue of the ticket's group. */
    long queue() {
        return db.sql("select id from queue where name = 'Energia'")
                .query(Long.class)
                .single();
    }

    /** The group in which that queue and the ticket's are. */
    long group() {
        return db.sql("select group_id from queue where name = 'Energia'")
                .query(Long.class)
                .single();
    }

    /** Of a customer in that group, which is not reserved. */
    long customerRight() {
        return db.sql("""
                insert into customer_right (group_id, customer_id, writes, ours)
                select :group, id, true, true from customer where code = 'VALDOMBRA'
                returning id
                """).param("group", group()).query(Long.class).single();
    }

    /** Of somebody else. */
    long session() {
        return session("id");
    }

    long accountWithSession() {
        return session("account_id");
    }

    private long session(String column) {
        return db.sql("""
                insert into login_session (token_hash, account_id, created_at, seen_at, expires_at)
                select sha256(gen_random_uuid()::text::bytea), a.id, now(), now(), now() + interval '1 hour'
                  from account a
                 where a.agent_id = :laura
                returning id, account_id
                """)
                .param("laura", cast.id(Operator.LAURA).value())
                .query((row, number) -> row.getLong(column))
                .single();
    }

    int companyVersion() {
        return db.sql("select version from company").query(Integer.class).single();
    }

    long template() {
        return db.sql("insert into answer_template (name, body) values (gen_random_uuid()::text, 'Testo') returning id")
                .query(Long.class)
                .single();
    }

    long hours() {
        return db.sql("""
                insert into working_hours (name, zone, italian_holidays)
                values (gen_random_uuid()::text, 'Europe/Rome', true)
                returning id
                """).query(Long.class).single();
    }

    long mailKey() {
        return db.sql("""
                insert into mail_key (kind, addresses, fingerprint, certificate, secret, added_at)
                values ('smime', '{prova@valleservizi.example}', gen_random_uuid()::text, 'x', 'x', now())
                returning id
                """).query(Long.class).single();
    }

    long correspondentKey() {
        return db.sql("""
                insert into correspondent_key (kind, address, name, fingerprint, certificate, since, learned, added_at)
                values ('smime', 'cliente@altrove.example', 'Cliente', gen_random_uuid()::text, 'x', now(), true, now())
                returning id
                """).query(Long.class).single();
    }

    long news() {
        return db.sql("insert into news (title, text, since) values ('Novità', 'Testo', now()) returning id")
                .query(Long.class)
                .single();
    }

    long configuration() {
        return db.sql("""
                        insert into configuration_version (at, occasion, author, differing, document)
                        values (now(), 'import', 'Anna Riva', 1, :document)
                        returning id
                        """)
                .param("document", packed(CONFIGURATION))
                .query(Long.class)
                .single();
    }

    private static byte[] packed(String document) {
        var packed = new ByteArrayOutputStream();
        try (var pack = new GZIPOutputStream(packed)) {
            pack.write(document.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    long role() {
        return db.sql("select id from role where name = 'Supervisori'")
                .query(Long.class)
                .single();
    }

    /** Who asked for the ticket. */
    long customerUser() {
        return cast.id(Caller.GIULIA).value();
    }

    long customer() {
        return cast.as(Caller.GIULIA).customer().value();
    }

    /** The same person for the own organisation, as the form for a new ticket names them. */
    String asker() {
        return customerUser() + "-" + customer();
    }

    /** Somebody who can work on the ticket. */
    long able() {
        return cast.id(Operator.MARIO).value();
    }

    /** The same stage, with the ticket waiting. */
    Stage waiting() {
        return with("state_id = 4, state_type = 'pending_reminder', pending_until = now() + interval '1 day'");
    }

    /** The same stage, with the ticket closed without success and nobody responsible for it. */
    Stage closed() {
        return with("state_id = 8, state_type = 'closed', closed_at = now(), responsible_id = null");
    }

    /** The same stage, with the ticket closed and nothing owed. */
    Stage over() {
        return with("state_id = 7, state_type = 'closed', closed_at = now()");
    }

    /** The same stage, with the ticket closed years ago and put away. */
    Stage archived() {
        return with("state_id = 7, state_type = 'closed', closed_at = now() - interval '9 years', archived_at = now()");
    }

    /** The same stage, with the ticket among those that are no more. */
    Stage removed() {
        return with("state_id = 10, state_type = 'removed'");
    }

    /** The same stage, with a ticket of which no word is kept, nor who asked. */
    Stage emptied() {
        return with("state_id = 7, state_type = 'closed', closed_at = now() - interval '9 years', emptied_at = now(),"
                + " title = 'Svuotato', customer_user_id = null");
    }

    /** The same stage, with the ticket merged into another. */
    Stage merged() {
        var other = other();
        db.sql("""
                insert into ticket_merge (source_id, target_id, state_id, agent_id, at)
                select s.id, t.id, 1, :agent, now()
                  from ticket s, ticket t
                 where s.number = :number and t.number = :other
                """)
                .param("agent", able())
                .param("number", number.value())
                .param("other", other)
                .update();
        return with("state_id = 9, state_type = 'merged', merged_into_id = (select id from ticket where number = '%s')"
                .formatted(other));
    }

    private Stage with(String change) {
        db.sql("update ticket set " + change + " where number = :number")
                .param("number", number.value())
                .update();
        return this;
    }

    /** A mail that nobody could sort. */
    long quarantined() {
        return arrival("QUARANTINED");
    }

    /** The first message, as if it had come by mail. */
    long mailedArticle() {
        return db.sql("""
                insert into sorted_mail (arrival_id, verdict, ticket_id, article_id, log, at)
                select :arrival, 'open', ticket_id, id, '[]', now()
                  from article
                 where ticket_id = :ticket
                   and no = 1
                returning article_id
                """)
                .param("arrival", arrival("SORTED"))
                .param("ticket", ticket())
                .query(Long.class)
                .single();
    }

    long waitingLetter() {
        return db.sql("""
                insert into letter (message_id, to_address, subject, text_body, html_body, created_at)
                values ('<' || gen_random_uuid() || '@localhost>', 'chi@altrove.example', 'Prova', '', '', now())
                returning id
                """).query(Long.class).single();
    }

    /** An account of mail that leaves, by which nothing is sent. */
    long relay() {
        return db.sql("""
                insert into relay (name, host, port, encryption)
                values ('conto ' || gen_random_uuid(), 'smtp.valle.example', 587, 'STARTTLS')
                returning id
                """).query(Long.class).single();
    }

    /** The address, with a provider that is offered. */
    String oidc(String address) {
        db.sql("""
                insert into oidc_provider (audience, active, name, issuer, client_id, authorization_endpoint, token_endpoint)
                values ('desk', true, 'Valle', 'https://id.valle.example', 'sportello', 'https://id.valle.example/auth',
                        'https://id.valle.example/token')
                    on conflict do nothing
                """).update();
        return address;
    }

    /** The address, with a provider that speaks SAML and is offered. */
    String saml(String address) {
        SmallSamlProvider.keep(
                sportello.oidc.Audience.DESK,
                "https://id.valle.example/saml",
                "https://id.valle.example/sso",
                db,
                secrets);
        return address;
    }

    /** The same with a key that is to follow ours. */
    String samlRenewed(String address) {
        saml(address);
        db.sql("update saml_provider set our_next_key = our_key, our_next_certificate = 'another'")
                .update();
        return address;
    }

    /** The address of the kept directory, which nobody asks. */
    String ldap() {
        db.sql("""
                insert into ldap_server (active, host, port, encryption, base, filter, login, first_name, last_name, email,
                                         groups, nested)
                values (false, 'localhost', 1, 'NONE', 'dc=valle', '(uid={login})', 'uid', 'givenName', 'sn', 'mail',
                        'memberOf', true)
                    on conflict do nothing
                """).update();
        return "/admin/ldap";
    }

    /** From which nobody fetches. */
    long mailbox() {
        return mailbox(false);
    }

    long mailboxInUse() {
        return mailbox(true);
    }

    private long mailbox(boolean valid) {
        return db.sql("""
                insert into mailbox (name, protocol, host, port, user_name, secret, valid)
                values (gen_random_uuid()::text, 'IMAP', 'imap.valle.example', 993, 'posta', sha256('password'), :valid)
                returning id
                """).param("valid", valid).query(Long.class).single();
    }

    private long arrival(String state) {
        return db.sql("""
                with box as (
                    insert into mailbox (name, protocol, valid) values (gen_random_uuid()::text, 'IMAP', false) returning id)
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state, reason)
                select box.id, 1, 0, '1', f.hash, f.size, now(), :state,
                       case when :state = 'QUARANTINED' then 'broken' else '' end
                  from box, attachment f
                 where f.id = :file
                returning id
                """)
                .param("state", state)
                .param("file", attachment())
                .query(Long.class)
                .single();
    }

    long cause() {
        return db.sql("select min(id) from failure_cause").query(Long.class).single();
    }

    long type() {
        return db.sql("""
                with types as (
                    insert into ticket_type (name, position)
                    values ('Guasto', 10), ('Reclamo', 20)
                    on conflict (name) do update set valid = true
                    returning id, name)
                select id from types where name = 'Guasto'
                """).query(Long.class).single();
    }

    /** One of the house's own, and after it another. */
    int ownState() {
        return db.sql("""
                with more as (
                    insert into own_state (state_id, name, label_en, position)
                    values (4, 'Attesa enti', 'Waiting for authorities', 10), (4, 'In officina', 'In the workshop', 20)
                    on conflict (lower(name)) do update set valid = true
                    returning id, name)
                select id from more where name = 'Attesa enti'
                """).query(Integer.class).single();
    }

    /** Somebody of the desk who looks at nothing here. */
    long colleague() {
        return db.sql("""
                insert into agent (login, first_name, last_name, email)
                values ('ugo', 'Ugo', 'Bianchi', 'ugo@valle.example')
                on conflict (lower(login)) do update set last_name = 'Bianchi'
                returning id
                """).query(Long.class).single();
    }

    /** One that tickets' pages ask for, and after it another. */
    long field() {
        return db.sql("""
                with more as (
                    insert into field (subject, name, kind, label_it, label_en, position)
                    values ('ticket', 'Pod', 'line', 'POD', 'Meter', 10), ('ticket', 'Esito', 'line', 'Esito', 'Result', 20),
                           ('article', 'Pratica', 'line', 'Pratica', 'File', 30)
                    on conflict (lower(name)) do update set valid = true
                    returning id, name),
                     shown as (
                    insert into field_screen (field_id, screen, use)
                    select id, case name when 'Pratica' then 'article' else 'ticket' end, 'shown' from more
                    on conflict do nothing)
                select id from more where name = 'Pod'
                """).query(Long.class).single();
    }

    /** One that is asked before another. */
    long filter() {
        return db.sql("""
                with another as (insert into mail_filter (position, name) values (8, gen_random_uuid()::text))
                insert into mail_filter (position, name) values (7, gen_random_uuid()::text) returning id
                """).query(Long.class).single();
    }

    /** Announced for a day that nobody here lives to see. */
    String maintenance() {
        db.sql("""
                insert into maintenance (text_it, text_en, since, closed)
                values ('Torniamo presto.', 'Back soon.', '2090-01-01', false)
                    on conflict do nothing
                """).update();
        return "/admin/maintenance";
    }

    /** One that no node finds time for. */
    String failingJob() {
        return db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures,
                                             last_failure, version)
                values ('send-letter', gen_random_uuid()::text, '2090-01-01', false, 3, '2026-01-01', 1)
                returning task_instance
                """).query(String.class).single();
    }

    /** One in the house's own words. */
    String ownLetter() {
        return db.sql("""
                insert into notification_letter (name, language, subject, body)
                values ('released', 'it', 'Rilasciato', 'È di nuovo libero.')
                    on conflict (name, language) do update set subject = 'Rilasciato'
                returning name
                """).query(String.class).single();
    }

    /** One that is asked before another. */
    long ownRule() {
        return db.sql("""
                with kept as (insert into own_rule (position, name, events, tickets, articles, audiences)
                              select place, gen_random_uuid()::text, '{noted}', :tickets::jsonb, :articles::jsonb, '{owner}'
                                from generate_series(7, 8) as place
                              returning id),
                     written as (insert into own_rule_text (rule_id, language, subject, body)
                                 select id, 'it', 'Fermo', 'Nessuno lo segue.' from kept)
                select min(id) from kept
                """)
                .param("tickets", JsonMapper.shared().writeValueAsString(TicketFilter.ALL))
                .param("articles", JsonMapper.shared().writeValueAsString(ArticleFilter.ALL))
                .query(Long.class)
                .single();
    }

    /** One that stands before another, and forbids nothing. */
    long limit() {
        return db.sql("""
                with another as (insert into ticket_limit (name, position, works, valid)
                                 values (gen_random_uuid()::text, 8, '{REDIRECT}', false))
                insert into ticket_limit (name, position, works, valid)
                values (gen_random_uuid()::text, 7, '{REDIRECT}', false)
                returning id
                """).query(Long.class).single();
    }

    /** One that is not in use, so that nobody is called. */
    long webhook() {
        return db.sql("""
                insert into webhook (name, address, host, format, language, valid, error_at, error_status, error_words)
                values (gen_random_uuid()::text, :address, 'hooks.valle.example', 'slack', 'it', false, now(), 404,
                        'no_service')
                returning id
                """)
                .param("address", secrets.encrypt("https://hooks.valle.example/nessuno"))
                .query(Long.class)
                .single();
    }

    /** The address, with a host that webhooks may call and what one of them was told. */
    String webhooks(String address) {
        delivery();
        db.sql("insert into webhook_host (host) values ('mattermost.valle.lan') on conflict do nothing")
                .update();
        return address;
    }

    /** One that was given up. */
    long delivery() {
        return db.sql("""
                insert into webhook_delivery (webhook_id, event, ticket, link, subject, body, created_at, state, attempts,
                                              tried_at, status, words)
                values (:webhook, 'noted', '2018091110000018', 'https://localhost', 'Nota', 'Sentita la biblioteca.', now(),
                        'failed', 1, now(), 404, 'no_service')
                returning id
                """).param("webhook", webhook()).query(Long.class).single();
    }

    /** One that goes to the agent of the walk. */
    long mailedReport() {
        return db.sql("""
                insert into mailed_report (name, aspect, span, every, day, hour, agent_ids, due_at)
                values (gen_random_uuid()::text, 'queue', 'month', 'month', 1, 7, array[:agent]::bigint[], now() + interval '9 years')
                returning id
                """).param("agent", able()).query(Long.class).single();
    }

    /** One that empties nothing. */
    long retention() {
        return db.sql("""
                insert into retention_rule (queue_id, months, valid)
                values (:queue, 600, false)
                returning id
                """).param("queue", queue()).query(Long.class).single();
    }

    /** One that is asked before another. */
    long routing() {
        return db.sql("""
                with another as (insert into routing_rule (position, name) values (8, gen_random_uuid()::text))
                insert into routing_rule (position, name) values (7, gen_random_uuid()::text) returning id
                """).query(Long.class).single();
    }

    long anotherUser() {
        return cast.id(Caller.PAOLO).value();
    }

    /** Another ticket beside the one in the middle. */
    String other() {
        return db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, customer_id, customer_user_id,
                                    created_at, changed_at)
                select 'ALTRO-1', 'Orario della palestra', queue_id, 1, 'new', 3, customer_id, customer_user_id,
                       created_at, changed_at
                  from ticket
                 where number = :number
                    on conflict (number) do update set title = excluded.title
                returning number
                """).param("number", number.value()).query(String.class).single();
    }

    /** A ticket in a queue of another group, with words of its own. */
    String outOfSight() {
        return outOfSight("2018091110009996");
    }

    private String outOfSight(String number) {
        return db.sql("""
                insert into ticket (number, title, queue_id, state_id, state_type, priority, customer_id, customer_user_id,
                                    created_at, changed_at)
                select :number, :title, q.id, 1, 'new', 3, c.id, u.id, now(), now()
                  from queue q, customer_user u
                  join customer c on c.id = u.customer_id
                 where q.name = 'Illuminazione::Guasti' and u.login = :emily
                    on conflict (number) do update set title = excluded.title
                returning number
                """)
                .param("number", number)
                .param("title", "Orario " + HIDDEN.getFirst())
                .param("emily", Caller.EMILY.login())
                .query(String.class)
                .single();
    }

    long id(String number) {
        return db.sql("select id from ticket where number = :number")
                .param("number", number)
                .query(Long.class)
                .single();
    }

    /** One that a colleague keeps to himself. */
    long ownDraft() {
        return draft(able(), "note", false);
    }

    /** One that a colleague had shared before it was sent: it waits for its author to recall it. */
    long sentDraft() {
        var id = draft(able(), "answer", true);
        db.sql("update draft set sent_as = (select min(id) from article where ticket_id = :ticket) where id = :id")
                .param("ticket", ticket())
                .param("id", id)
                .update();
        return id;
    }

    /** Of a draft that a colleague had shared before it was thrown away: nothing but this file is left, until it is swept. */
    long discardedFile() {
        db.sql("delete from draft where id = :id")
                .param("id", draft(able(), "call", true))
                .update();
        db.sql("""
                insert into draft_end (agent_id, ticket_id, kind, article_no, at) values (:agent, :ticket, 'call', 0, now())
                    on conflict do nothing
                """).param("agent", able()).param("ticket", ticket()).update();
        return db.sql("""
                insert into draft_file (agent_id, draft_id, name, media_type, size, hash, kept_at)
                select :agent, null, :word || '.txt', f.media_type, f.size, f.hash, now()
                  from attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = :ticket
                 limit 1
                returning id
                """)
                .param("agent", able())
                .param("ticket", ticket())
                .param("word", HIDDEN.getLast())
                .query(Long.class)
                .single();
    }

    /** The ticket in the middle has kin out of sight, and drafts that are not for everybody. */
    void hangTogether() {
        var lamp = id(outOfSight());
        db.sql("""
                insert into ticket_link (a, b, kind, agent_id, at)
                values (:lamp, :ticket, 'parent', :agent, now()),
                       (least(:lamp, :ticket), greatest(:lamp, :ticket), 'normal', :agent, now())
                    on conflict do nothing
                """)
                .param("lamp", lamp)
                .param("ticket", ticket())
                .param("agent", able())
                .update();
        db.sql("""
                insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
                values (:lamp, 1, 'customer', 'portal', true, :word, :word, :word, now())
                """).param("lamp", lamp).param("word", HIDDEN.getFirst()).update();
        db.sql("""
                update ticket
                   set state_id = 9, state_type = 'merged', merged_into_id = :ticket
                 where id = :merged
                """)
                .param("ticket", ticket())
                .param("merged", id(outOfSight("2018091110009987")))
                .update();
        draft(able(), "note", false);
        draft(cast.id(Operator.LAURA).value(), "answer", true);
        discardedFile();
    }

    private long draft(long agent, String kind, boolean shared) {
        return db.sql("""
                insert into draft (agent_id, ticket_id, kind, content, saved_at, shared)
                values (:agent, :ticket, :kind, jsonb_build_object('subject', :word::text, 'text', :word::text), now(), :shared)
                    on conflict on constraint draft_once do update set content = excluded.content
                returning id
                """)
                .param("agent", agent)
                .param("ticket", ticket())
                .param("kind", kind)
                .param("word", HIDDEN.get(shared ? 2 : 1))
                .param("shared", shared)
                .query(Long.class)
                .single();
    }

    /** The browser of the clerk, who has given the right password and still owes a code. */
    Cookie half() {
        return LoggedIn.half(cast.as(Operator.LAURA), db);
    }

    /** Of the clerk's app. */
    String code() {
        return Authenticator.of(cast.as(Operator.LAURA), db, secrets).code();
    }

    /** The first one of an app that the clerk is setting up. */
    String firstCode() {
        return Authenticator.draft(cast.as(Operator.LAURA), db, secrets).code();
    }

    long colleagueWithFactor() {
        var colleague = colleague();
        withFactor("agent_id", colleague);
        return colleague;
    }

    /** Somebody of the same customer who cannot enter yet. */
    long newcomer() {
        return db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                select 'nora' || nextval('customer_user_id_seq'), :customer, 'Nora', 'Nuova',
                       'nora' || currval('customer_user_id_seq') || '@roccalba.example'
                returning id
                """).param("customer", customer()).query(Long.class).single();
    }

    /** Of a customer who has no tickets. */
    long unconfirmed() {
        return db.sql("""
                with customer as (insert into customer (code, name)
                                  values ('BORGO' || nextval('customer_id_seq'), 'Borgolago')
                                  returning id)
                insert into customer_user (login, customer_id, first_name, last_name, email, confirmed)
                select 'ugo' || c.id, c.id, 'Ugo', 'Incerto', 'ugo' || c.id || '@borgolago.example', false
                  from customer c
                returning id
                """).query(Long.class).single();
    }

    long customerUserWithFactor() {
        withFactor("customer_user_id", customerUser());
        return customerUser();
    }

    private void withFactor(String kind, long id) {
        db.sql("insert into account (%s, password_hash, changed_at) values (:id, '', now()) on conflict do nothing"
                        .formatted(kind))
                .param("id", id)
                .update();
        db.sql(
                        "insert into factor (account_id, key, since, last_step) select id, '', now(), 0 from account where %s = :id"
                                .formatted(kind))
                .param("id", id)
                .update();
    }

    String resetToken() {
        return LoggedIn.resetToken(cast.as(Operator.LAURA), db);
    }

    private TicketNumber ticket(Opening opening) {
        var giulia = cast.as(Caller.GIULIA);
        var plan = new Upload("orari.txt", "text/plain", 4, () -> new ByteArrayInputStream(new byte[4]));
        var opened = opening.byPortal(
                giulia,
                giulia.customer(),
                new Title(LibraryStory.TITLE),
                new Message(LibraryStory.TEXT),
                new Uploads(List.of(plan)));
        if (opened instanceof Outcome.Done(var done)) return done;
        throw new AssertionError("The ticket was refused");
    }

    /** Somebody who once worked here with every key, and now has a role that only reads. */
    private AgentViewer reading(AgentViewer agent, boolean access) {
        db.sql("""
                with reading as (insert into role (name, reads_only, reads_access)
                                 values (:name, true, :access)
                                 returning id)
                insert into agent_role (agent_id, role_id) select :agent, id from reading
                """)
                .param("name", access ? "Vigilanza" : "Qualità")
                .param("access", access)
                .param("agent", agent.id().value())
                .update();
        db.sql("update agent_permission set permission = 'rw' where agent_id = :agent")
                .param("agent", agent.id().value())
                .update();
        return agent;
    }

    private AgentViewer agent(Subject subject, boolean administrator) {
        var id = db.sql("""
                insert into agent (login, first_name, last_name, email, administrator)
                values (:login, 'Walter', 'Passi', :login || '@valleservizi.example', :administrator)
                returning id
                """)
                .param("login", subject.name())
                .param("administrator", administrator)
                .query(Long.class)
                .single();
        subject.permissions()
                .forEach(permission -> db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :id, q.group_id, :permission
                  from ticket t
                  join queue q on q.id = t.queue_id
                 where t.number = :number
                """)
                        .param("id", id)
                        .param("permission", permission.key())
                        .param("number", number.value())
                        .update());
        return new AgentViewer(
                new AgentId(id),
                "Walter",
                "Passi",
                Language.ITALIAN,
                ZoneId.of("Europe/Rome"),
                "system",
                administrator,
                false,
                Grants.NONE);
    }

    private Viewer entering(Viewer viewer) {
        LoggedIn.as(viewer, db);
        if (viewer instanceof AgentViewer agent) walker = agent.id().value();
        db.sql("""
                update account
                   set password_hash = (select c.password_hash
                                          from account c
                                          join agent a on a.id = c.agent_id
                                         where a.login = :clerk)
                 where password_hash = ''
                """).param("clerk", CLERK).update();
        return viewer;
    }
}
