package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import sportello.SportelloTest;
import sportello.agent.AgentId;
import sportello.agent.Grants;
import sportello.base.Language;
import sportello.bench.Filling;
import sportello.bench.People;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.LoggedIn;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;

/** Each page is one round of few statements, and asks no more of them when there is more to show. */
@SportelloTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerPageTest {
    private static final int MOST = 8;
    private static final int TICKETS = 250;
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @TestConfiguration
    static class Counting {

        @Bean
        static BeanPostProcessor countStatements() {
            return new BeanPostProcessor() {

                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("dataSource") && bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source).countQuery().build()
                            : bean;
                }
            };
        }
    }

    /** One queue with one ticket of one customer, seen by one agent and one customer user: all are number 2001. */
    private static final String LITTLE = """
            insert into permission_group (id, name) values (2001, 'isola');
            insert into agent (id, login, first_name, last_name, email)
            values (2001, 'ida.sola', 'Ida', 'Sola', 'ida.sola@valleservizi.example');
            insert into agent_permission (agent_id, group_id, permission) values (2001, 2001, 'rw');
            insert into queue (id, name, group_id) values (2001, 'Isola', 2001);
            insert into customer (id, code, name) values (2001, 'ISOLA', 'Comune di Isola');
            insert into customer_user (id, login, customer_id, first_name, last_name, email)
            values (2001, 'ugo.isola', 2001, 'Ugo', 'Isola', 'ugo@isola.example');
            insert into agent_preference (agent_id, name, value)
            select id, 'list', '{"size": "preview"}' from agent where id in (1001, 2001);
            update ticket set customer_user_id = 1001, customer_id = 1001;
            update ticket
               set queue_id = 2001, customer_user_id = 2001, customer_id = 2001
             where id = (select min(id) from ticket where state_type = 'new');
            """;

    /** Two bulks, each of the agent with the same number: one refused ticket, and many. */
    private static final String BULKS = """
            insert into bulk (id, agent_id, action, created_at)
            select id, id, '{"type": "lock"}', now() from agent where id in (1001, 2001);
            insert into bulk_ticket (bulk_id, position, number, outcome, refusal)
            select b.id, position, 'T' || position, 'refused', '{"message": "bulk.changed", "arguments": []}'
              from bulk b, generate_series(1, 200) position
             where b.id = 1001 or position = 1;
            """;

    private static final String MUCH = """
            insert into draft (agent_id, ticket_id, kind, article_no, content, saved_at)
            select 1001, id, kind, 0, '{"text": "Buongiorno", "call": "made"}', now()
              from ticket, unnest(array['call', 'answer', 'note']) kind
             where number = :number;
            insert into saved_search (agent_id, name, shared, form, changed_at)
            select 2001, 'Ricerca ' || no, true, '{"q": "buongiorno", "state": "active"}', now()
              from generate_series(1, 12) no;
            insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, created_at)
            select t.id, no, 'customer', 'portal', true, 'Ada', 'Ancora', 'Ancora', t.changed_at
              from ticket t, generate_series(4, 30) no
             where t.number = :number;
            insert into blob (hash, size, created_at) values (sha256('much'), 4, now());
            insert into attachment (article_id, position, name, media_type, size, hash)
            select a.id, position, 'allegato.txt', 'text/plain', 4, sha256('much')
              from article a
              join ticket t on t.id = a.ticket_id and t.number = :number, generate_series(1, 20) position
             where a.no in (1, 30);
            """;

    /** Three hundred articles, of which forty bring the same large logo, as mails do. */
    private static final String LOGOS = """
            insert into article (ticket_id, no, sender, channel, visible, sender_name, subject, text_body, html_body,
                                 created_at)
            select t.id, no, 'customer', 'email', no % 3 <> 0, 'Ada Bianchi', 'Re: Impianto', repeat('Ancora. ', 40),
                   case when no % 7 = 0 then '<img src="data:image/png;base64,' || repeat('A', 200000) || '">' end,
                   t.changed_at
              from ticket t, generate_series(31, 300) no
             where t.number = :number;
            """;

    /** A thousand open tickets in one queue, which only agent number 2002 sees. */
    private static final String CROWD = """
            insert into permission_group (id, name) values (2002, 'folla');
            insert into agent (id, login, first_name, last_name, email)
            values (2002, 'ada.folla', 'Ada', 'Folla', 'ada.folla@valleservizi.example');
            insert into agent_permission (agent_id, group_id, permission) values (2002, 2002, 'rw');
            insert into queue (id, name, group_id) values (2002, 'Folla', 2002);
            insert into ticket (number, title, queue_id, state_id, state_type, priority, customer_id, customer_user_id,
                                created_at, changed_at)
            select 'F' || no, 'Lampione spento in via Roma ' || no, 2002, 1, 'new', 1 + no % 5, 2001, 2001,
                   now() - no * interval '1 minute', now() - no * interval '1 second'
              from generate_series(1, 1000) no;
            """;

    /** Many mails, a few of which nobody could sort. */
    private static final String MAILS = """
            with box as (
                insert into mailbox (name, protocol, valid) values ('molta posta', 'IMAP', false) returning id),
                 mail as (
                insert into blob (hash, size, created_at)
                select sha256(no::text::bytea), 4, now() from generate_series(1, 70) no
                returning hash),
                 arrived as (
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, arrived_at, state, reason)
                select box.id, 1, 0, encode(hash, 'hex'), hash, 4, now(),
                       case when get_byte(hash, 0) < 32 then 'QUARANTINED' else 'SORTED' end,
                       case when get_byte(hash, 0) < 32 then 'broken' else '' end
                  from box, mail
                returning id, state)
            insert into sorted_mail (arrival_id, verdict, ticket_id, sender, subject, log, at)
            select a.id, 'open', (select min(id) from ticket), 'Ada', 'Guasto', '[{"key": "queue", "what": "Raw"}]', now()
              from arrived a
             where a.state = 'SORTED';
            """;

    /** A field that is asked wherever a ticket begins, and one of which everybody can search. */
    private static final String FIELDS = """
            insert into field (id, subject, name, kind, label_it, label_en, position)
            values (2001, 'ticket', 'PuntoPod', 'line', 'POD', 'POD', 2010),
                   (2002, 'ticket', 'Portata', 'choice', 'Portata', 'Reach', 2020),
                   (2003, 'article', 'Pratica', 'line', 'Pratica', 'File', 2030);
            insert into field_option (field_id, name, position) values (2002, 'Via', 10), (2002, 'Paese', 20);
            insert into field_screen (field_id, screen, use) values (2001, 'opening', 'shown'), (2002, 'opening', 'shown'),
                   (2003, 'answer', 'shown'), (2003, 'article', 'shown'), (2003, 'portal_article', 'shown');
            """;

    /** A queue of a reserved group into which everybody may move, and whose default owner is away. */
    private static final String RESERVED = """
            insert into permission_group (id, name, reserved) values (2003, 'riservata', true);
            insert into queue (id, name, group_id, default_owner_id) values (2003, 'Riservata', 2003, 2001);
            insert into agent_permission (agent_id, group_id, permission)
            values (1001, 2003, 'move_into'), (2001, 2003, 'move_into');
            insert into absence (agent_id, first_day, last_day, note) values (2001, '2000-01-01', '2999-12-31', '');
            """;

    private static final Viewer AGENT_WITH_LITTLE = agent(2_001);
    private static final Viewer AGENT_WITH_MUCH = agent(People.FIRST);
    private static final Viewer AGENT_OF_A_CROWD = agent(2_002);
    private static final Viewer CUSTOMER_WITH_LITTLE = customerUser(2_001);
    private static final Viewer CUSTOMER_WITH_MUCH = customerUser(People.FIRST);

    @Autowired
    private MockMvc web;

    @Autowired
    private DataSource source;

    @Autowired
    private JdbcClient db;

    private String little = "";
    private String much = "";
    private String logos = "";

    @BeforeAll
    void a_desk_with_little_beside_one_with_much() throws Exception {
        new Filling(source).fill(TICKETS, Instant.now(), ROME);
        db.sql(LITTLE).update();
        little = number("select number from ticket where queue_id = 2001");
        much = number("select number from ticket where queue_id <> 2001 and state_type = 'new' order by id limit 1");
        db.sql(MUCH).param("number", much).update();
        logos = number(
                "select number from ticket where queue_id <> 2001 and state_type = 'new' order by id limit 1 offset 1");
        db.sql(LOGOS).param("number", logos).update();
        db.sql(BULKS).update();
        db.sql(MAILS).update();
        db.sql(CROWD).update();
        db.sql(FIELDS).update();
        db.sql(RESERVED).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agent",
                "/agent/tickets",
                "/agent/tickets?state=closed",
                "/agent/tickets?tab=mine",
                "/agent/notifications",
                "/account",
                "/account/sessions",
                "/account/tokens",
                "/agent/tickets?view=watched&sort=priority",
                "/agent/tickets?view=unascertained&sort=changed",
                "/agent/tickets?owner=1001&customer=isola&priority=3&lock=free",
                "/agent/tickets/layout",
                "/agent/bulks/new?action=owner&all=true",
                "/agent/bulks/new?action=note&all=true",
                "/agent/queues/mine",
                "/agent/notifications/mine",
                "/reports",
                "/reports?by=customer"
            })
    void the_agents_lists_take_few_statements_however_many_tickets_there_are(String path) throws Exception {
        takesFew(path, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent", "/agent/tickets", "/agent/tickets?queue=2002&sort=changed"})
    void a_thousand_open_tickets_in_one_queue_are_a_light_page(String path) throws Exception {
        assertThat(statements(path, AGENT_OF_A_CROWD)).isLessThanOrEqualTo(MOST);
        assertThat(html(path, AGENT_OF_A_CROWD)).hasSizeBetween(5_000, 150_000);
    }

    /** Whatever is switched on, each widget more takes one statement at most, and all lists together one. */
    @Test
    void the_dashboard_takes_few_statements_with_everything_switched_on() throws Exception {
        everythingOn(AGENT_WITH_MUCH);
        everythingOn(AGENT_WITH_LITTLE);
        var statements = statements("/agent?settings=true", AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements("/agent?settings=true", AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search",
                "/search?q=buongiorno",
                "/search?state=active",
                "/search/suggestions?q=com",
                "/searches"
            })
    void searches_take_few_statements_however_much_they_find(String path) throws Exception {
        takesFew(path, path);
    }

    @Test
    void an_export_takes_few_statements_for_each_thousand_tickets() throws Exception {
        var line = 3; // of the log of access, whose end is held, read and written on
        assertThat(statements("/search/export?q=buongiorno", AGENT_WITH_MUCH)).isLessThanOrEqualTo(MOST + line);
    }

    @Test
    void a_ticket_takes_few_statements_however_many_articles_and_files_it_has() throws Exception {
        takesFew("/tickets/" + much, "/tickets/" + little);
        takesFew("/api/tickets/" + much, "/api/tickets/" + little);
    }

    @Test
    void a_customer_and_a_person_take_few_statements_however_much_they_have_asked() throws Exception {
        for (var page : new String[] {"/customers/%d", "/customers/%d?state=over", "/customers/users/%d"}) {
            var statements = statements(page.formatted(People.FIRST), AGENT_WITH_MUCH);

            assertThat(statements).as(page).isLessThanOrEqualTo(MOST);
            assertThat(statements(page.formatted(2_001), AGENT_WITH_LITTLE)).isEqualTo(statements);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers", "/customers?q=comune", "/tickets/new?channel=phone&q=a"})
    void people_are_found_with_few_statements_however_many_there_are(String path) throws Exception {
        takesFew(path, path);
    }

    @Test
    void a_new_ticket_for_somebody_takes_few_statements_however_much_is_like_it() throws Exception {
        var form = "/tickets/new?channel=phone&asker=%1$d-%1$d&title=Lampada";
        var statements = statements(form.formatted(People.FIRST), AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements(form.formatted(2_001), AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/presence", "/meanwhile?since=2026-01-01T00:00:00Z"})
    void what_keeps_a_tickets_page_alive_takes_few_statements_however_much_there_is(String part) throws Exception {
        takesFew("/tickets/" + much + part, "/tickets/" + little + part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?article=5", "?view=conversation", "?view=conversation&before=100", "/attachments"})
    void a_ticket_of_three_hundred_articles_is_a_light_page(String part) throws Exception {
        var path = "/tickets/" + logos + part;

        assertThat(statements(path, AGENT_WITH_MUCH)).isLessThanOrEqualTo(MOST);
        assertThat(html(path, AGENT_WITH_MUCH)).hasSizeBetween(5_000, 300_000);
    }

    @Test
    void what_fields_say_of_a_whole_conversation_takes_one_statement() throws Exception {
        var path = "/tickets/" + logos + "?view=conversation";
        var without = statements(path, AGENT_WITH_MUCH);
        db.sql("""
                insert into article_field (article_id, field_id, text)
                select a.id, 2003, 'P-' || a.no
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                """).param("number", logos).update();
        try {
            assertThat(new String(html(path, AGENT_WITH_MUCH), UTF_8)).contains("P-299", "P-300");
            assertThat(statements(path, AGENT_WITH_MUCH)).isEqualTo(without + 1);
        } finally {
            db.sql("delete from article_field where field_id = 2003").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pending/new",
                "/customer/edit?q=ada",
                "/links/new?q=richiesta",
                "/merge/new?q=richiesta",
                "/splits/new?article=1",
                "/move/new"
            })
    void the_forms_of_a_ticket_take_few_statements_however_much_there_is_to_find(String form) throws Exception {
        takesFew("/tickets/" + much + form, "/tickets/" + little + form);
    }

    @Test
    void work_on_many_tickets_takes_few_statements_however_many_they_are() throws Exception {
        var statements = statements("/agent/bulks/1001", AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements("/agent/bulks/2001", AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answers/new?article=1", "/forwards/new?article=1", "/notes/new?article=1", "/mails/new"})
    void a_form_takes_few_statements_however_much_the_ticket_holds(String form) throws Exception {
        takesFew("/tickets/" + much + form, "/tickets/" + little + form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers/users/" + People.FIRST + "/data",
                "/admin",
                "/admin/agents",
                "/admin/agents/new",
                "/admin/groups",
                "/admin/groups/2001/customers",
                "/admin/roles",
                "/admin/roles/new",
                "/admin/permissions",
                "/admin/access",
                "/admin/ldap",
                "/admin/oidc",
                "/admin/saml",
                "/admin/sessions",
                "/admin/queues",
                "/admin/queues/new",
                "/admin/queues/starter",
                "/admin/company?guided=true",
                "/admin/relay?guided=true",
                "/admin/mailboxes/new?guided=true",
                "/admin/ownership",
                "/admin/ownership/house/edit",
                "/admin/letters",
                "/admin/letters/locked/edit",
                "/admin/own-rules",
                "/admin/own-rules/new",
                "/admin/limits",
                "/admin/limits/new",
                "/admin/limits/trial",
                "/admin/mailed-reports",
                "/admin/mailed-reports/new",
                "/admin/retention",
                "/admin/retention/new",
                "/admin/webhooks",
                "/admin/webhooks/new",
                "/admin/webhooks/deliveries",
                "/admin/routing",
                "/admin/routing/new",
                "/admin/routing/trial",
                "/admin/causes",
                "/admin/states",
                "/admin/states/4/edit",
                "/admin/states/new",
                "/admin/services",
                "/admin/fields",
                "/admin/templates",
                "/admin/templates/new",
                "/admin/phrases",
                "/admin/mail",
                "/admin/mail/trial",
                "/admin/quarantine",
                "/admin/relay",
                "/admin/relay/new",
                "/admin/outgoing",
                "/admin/mailboxes",
                "/admin/mailboxes/new",
                "/admin/filters",
                "/admin/filters/new",
                "/admin/answers",
                "/admin/answers/received/edit",
                "/admin/company",
                "/admin/hours",
                "/admin/hours/new?guided=true",
                "/admin/mail-keys",
                "/admin/mail-keys/new",
                "/admin/correspondent-keys?q=a",
                "/admin/correspondent-keys/new",
                "/admin/news",
                "/admin/news/new",
                "/admin/system",
                "/admin/imports",
                "/admin/configuration",
                "/admin/maintenance",
                "/admin/jobs",
                "/admin/access-log",
                "/admin/book"
            })
    void the_administrators_pages_take_few_statements(String path) throws Exception {
        administrators(true);
        try {
            takesFew(path, path);
        } finally {
            administrators(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal", "/portal?scope=ours", "/portal/requests/new"})
    void the_customers_lists_take_few_statements_however_many_requests_there_are(String path) throws Exception {
        var statements = statements(path, CUSTOMER_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements(path, CUSTOMER_WITH_LITTLE)).isEqualTo(statements);
    }

    @Test
    void a_request_takes_few_statements_however_many_articles_and_files_it_has() throws Exception {
        var statements = statements("/portal/requests/" + much, CUSTOMER_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements("/portal/requests/" + little, CUSTOMER_WITH_LITTLE))
                .isEqualTo(statements);
    }

    private void administrators(boolean are) {
        db.sql("update agent set administrator = :are where id in (1001, 2001)")
                .param("are", are)
                .update();
    }

    private void everythingOn(Viewer viewer) throws Exception {
        var widgets = List.of("new", "open", "locked", "responsible", "reminders", "unascertained", "news");
        web.perform(post("/agent/dashboard")
                        .with(LoggedIn.as(viewer, db))
                        .param("left", widgets.toArray(String[]::new))
                        .param("on", widgets.toArray(String[]::new))
                        .param("on", "queues", "week", "online"))
                .andExpect(status().isSeeOther());
    }

    /** Few, and as many for the agent with much as for the one with little. */
    private void takesFew(String much, String little) throws Exception {
        var statements = statements(much, AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements(little, AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    /** The fewer of two looks: what a node was told to forget in between is read once more, and not the page's. */
    private long statements(String path, Viewer viewer) throws Exception {
        var browser = LoggedIn.as(viewer, db);
        web.perform(get(path).with(browser)).andExpect(status().isOk());
        return Math.min(look(path, browser), look(path, browser));
    }

    private long look(String path, RequestPostProcessor browser) throws Exception {
        QueryCountHolder.clear();
        web.perform(get(path).with(browser)).andExpect(status().isOk());
        return QueryCountHolder.getGrandTotal().getTotal();
    }

    private byte[] html(String path, Viewer viewer) throws Exception {
        return web.perform(get(path).with(LoggedIn.as(viewer, db)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String number(String query) {
        return db.sql(query).query(String.class).single();
    }

    private static AgentViewer agent(long id) {
        return new AgentViewer(new AgentId(id), "", "", Language.ITALIAN, ROME, "system", false, false, Grants.NONE);
    }

    private static CustomerViewer customerUser(long id) {
        return new CustomerViewer(
                new CustomerUserId(id), "", "", Language.ITALIAN, ROME, "system", new CustomerId(id), Set.of(), true);
    }
}
