package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.ZoneId;
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
            update ticket set customer_user_id = 1001, customer_id = 1001;
            update ticket
               set queue_id = 2001, customer_user_id = 2001, customer_id = 2001
             where id = (select min(id) from ticket where state_type = 'new');
            """;

    private static final String MUCH = """
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

    private static final Viewer AGENT_WITH_LITTLE = agent(2_001);
    private static final Viewer AGENT_WITH_MUCH = agent(People.FIRST);
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

    @BeforeAll
    void a_desk_with_little_beside_one_with_much() throws Exception {
        new Filling(source).fill(TICKETS, Instant.now(), ROME);
        db.sql(LITTLE).update();
        little = number("select number from ticket where queue_id = 2001");
        much = number("select number from ticket where queue_id <> 2001 and state_type = 'new' order by id limit 1");
        db.sql(MUCH).param("number", much).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent", "/agent/tickets", "/agent/tickets?state=closed", "/agent/tickets?tab=mine"})
    void the_agents_lists_take_few_statements_however_many_tickets_there_are(String path) throws Exception {
        var statements = statements(path, AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements(path, AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    @Test
    void a_ticket_takes_few_statements_however_many_articles_and_files_it_has() throws Exception {
        var statements = statements("/tickets/" + much, AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements("/tickets/" + little, AGENT_WITH_LITTLE)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/answers/new?article=1", "/forwards/new?article=1", "/notes/new?article=1", "/mails/new"})
    void a_form_takes_few_statements_however_much_the_ticket_holds(String form) throws Exception {
        var statements = statements("/tickets/" + much + form, AGENT_WITH_MUCH);

        assertThat(statements).isLessThanOrEqualTo(MOST);
        assertThat(statements("/tickets/" + little + form, AGENT_WITH_LITTLE)).isEqualTo(statements);
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

    /** The second time: what is kept between requests is there by then. */
    private long statements(String path, Viewer viewer) throws Exception {
        var browser = LoggedIn.as(viewer, db);
        web.perform(get(path).with(browser)).andExpect(status().isOk());
        QueryCountHolder.clear();
        web.perform(get(path).with(browser)).andExpect(status().isOk());
        return QueryCountHolder.getGrandTotal().getTotal();
    }

    private String number(String query) {
        return db.sql(query).query(String.class).single();
    }

    private static AgentViewer agent(long id) {
        return new AgentViewer(new AgentId(id), "", "", Language.ITALIAN, ROME, "system", false, Grants.NONE);
    }

    private static CustomerViewer customerUser(long id) {
        return new CustomerViewer(
                new CustomerUserId(id), "", "", Language.ITALIAN, ROME, "system", new CustomerId(id), Set.of());
    }
}
