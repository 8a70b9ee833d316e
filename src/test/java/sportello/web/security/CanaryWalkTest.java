package sportello.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.identity.LoggedIn;

/**
 * A canary sits in every text of the database that is not the customers': none of them is heard behind a door that admits
 * a customer, and behind those of the desk they sing. A new column of text either sings there at once, or stands with its
 * reason in {@code canaries.txt}. To the mails DiscretionTest listens.
 */
class CanaryWalkTest extends RouteWalk {
    private static final Pattern SONG = Pattern.compile("canarino(\\d+)x");

    /** Of what the customer sees as well, only the rows that are the desk's. */
    private static final Map<String, String> ROWS = Map.of(
            "article", "not visible",
            "attachment", "not (select visible from article where id = article_id)",
            "article_recipient", "not (select visible from article where id = article_id)");

    private final List<String> columns = new ArrayList<>();
    private Map<String, String> words;

    @BeforeEach
    void words() throws IOException {
        words = new ClassPathResource("canaries.txt")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .collect(toMap(line -> line[1], line -> line[0]));
    }

    @Test
    void what_the_desk_keeps_to_itself_is_on_no_page_of_a_customer() {
        var stage = stage();
        var pages = pages(stage);
        var customer = LoggedIn.as(stage.viewer(Subject.THE_CUSTOMER_USER), db);
        var clerk = LoggedIn.as(stage.viewer(Subject.AGENT_RW), db);
        var administrator = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        fill(stage);
        plant();

        var heard = heard(pages, customer);
        var read = heard(pages, clerk);
        read.putAll(heard(pages, administrator));
        close(stage);
        pages.keySet()
                .removeIf(route -> !Set.of("GET /tickets/{number}", "GET /portal", "GET /portal/requests/{number}")
                        .contains(route.name()));
        heard.putAll(heard(pages, customer));
        read.putAll(heard(pages, clerk));

        assertThat(heard)
                .allSatisfy((column, door) ->
                        assertThat(words).as("%s is heard at %s", column, door).containsEntry(column, "open"));
        assertThat(columns.stream().filter(column -> !read.containsKey(column) && !words.containsKey(column)))
                .as("neither read by the desk nor named with a reason in canaries.txt")
                .isEmpty();
        assertThat(columns.stream().filter(read::containsKey).count()).isGreaterThan(60);
    }

    @Test
    void every_reason_is_of_a_text_that_is_there() {
        assertThat(texts()).containsAll(words.keySet());
    }

    private Map<Route, MockHttpServletRequestBuilder> pages(Stage stage) {
        var pages = new LinkedHashMap<Route, MockHttpServletRequestBuilder>();
        for (var route : table.all())
            if (route.method().equals(HttpMethod.GET) && !Walk.isStream(route)) pages.put(route, Walk.to(route, stage));
        return pages;
    }

    /** What a desk has, and the pages did not ask for. */
    private void fill(Stage stage) {
        run("""
                with note as (
                    insert into article (ticket_id, no, sender, channel, visible, agent_id, sender_name, subject,
                                         text_body, html_body, created_at)
                    select ticket_id, no + 90, 'agent', 'note', false, :agent, 'Laura', 'Nota', 'Interno',
                           '<p>Interno</p>', created_at
                      from article
                     where ticket_id = :ticket and no = 1
                    returning id)
                insert into attachment (article_id, position, name, media_type, size, hash)
                select note.id, 1, 'perizia.txt', f.media_type, f.size, f.hash
                  from note, attachment f
                  join article a on a.id = f.article_id
                 where a.ticket_id = :ticket
                """, stage);
        run("""
                insert into ticket_field (ticket_id, field_id, text)
                select :ticket, id, 'IT001' from field where name = 'Pod' and :agent > 0
                """, stage);
        run("""
                insert into article_field (article_id, field_id, text)
                select a.id, f.id, 'P-1'
                  from article a, field f
                 where a.ticket_id = :ticket and f.name = 'Pratica' and :agent > 0
                """, stage);
        run("""
                with type as (insert into ticket_type (name, position) values ('Sinistro', 90) returning id),
                     service as (insert into service (name, note) values ('Caldaie', 'Fuori garanzia') returning id)
                update ticket t
                   set owner_id = :agent, responsible_id = :agent, type_id = type.id, service_id = service.id
                  from type, service
                 where t.id = :ticket
                """, stage);
    }

    /** Without success, with a cause that is nobody's but the desk's. */
    private void close(Stage stage) {
        stage.closed();
        db.sql("""
                insert into ascertainment (ticket_id, closed_at, cause_id, text, corrective_action, agent_id, at)
                select id, closed_at, (select min(id) from failure_cause), :text, :action, owner_id, closed_at
                  from ticket
                 where id = :ticket
                """)
                .param("text", "canarino%dx".formatted(columns.indexOf("ascertainment.text")))
                .param("action", "canarino%dx".formatted(columns.indexOf("ascertainment.corrective_action")))
                .param("ticket", stage.ticket())
                .update();
    }

    private void run(String statement, Stage stage) {
        db.sql(statement)
                .param("ticket", stage.ticket())
                .param("agent", stage.able())
                .update();
    }

    private void plant() {
        letChange();
        for (var text : texts()) {
            if (words.getOrDefault(text, "").equals("program")) continue;
            columns.add(text);
            var parts = text.split("\\.");
            var update = "update %1$s set %2$s = 'canarino%3$dx' || %2$s where %2$s is not null and (%4$s)"
                    .formatted(parts[0], parts[1], columns.size() - 1, ROWS.getOrDefault(parts[0], "true"));
            if (!isPlanted(update)) plantSingly(parts[0], update);
        }
    }

    /** Rows that another test has left may be full: those that can take a canary do. */
    private void plantSingly(String table, String update) {
        db.sql("select ctid::text from " + table)
                .query(String.class)
                .list()
                .forEach(row -> isPlanted(update + " and ctid = '" + row + "'"));
    }

    private boolean isPlanted(String update) {
        var change = new TransactionTemplate(transactions);
        change.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        try {
            change.executeWithoutResult(status -> db.sql(update).update());
            return true;
        } catch (DataIntegrityViolationException full) {
            return false;
        }
    }

    /** Until the test is over also what is only ever added to: other tests may have left rows there. */
    private void letChange() {
        db.sql("""
                        select distinct tgrelid::regclass::text
                          from pg_trigger
                         where tgfoid = 'refuse_change'::regproc
                        """)
                .query(String.class)
                .list()
                .forEach(table ->
                        db.sql("alter table " + table + " disable trigger user").update());
    }

    /** All columns of text but those to which the schema allows only certain words. */
    private Set<String> texts() {
        return db.sql("""
                        select c.table_name || '.' || c.column_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = current_schema()
                           and t.table_type = 'BASE TABLE'
                           and c.data_type = 'text'
                           and c.is_generated = 'NEVER'
                           and t.table_name <> 'flyway_schema_history'
                           and not exists (select 1
                                             from pg_constraint k
                                             join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                                            where k.conrelid = c.table_name::regclass
                                              and a.attname = c.column_name
                                              and (k.contype = 'f' or pg_get_constraintdef(k.oid) like '%ANY (ARRAY[%'))
                        """).query(String.class).list().stream().collect(toSet());
    }

    /** Every column that sings, with a door behind which it does. */
    private Map<String, String> heard(Map<Route, MockHttpServletRequestBuilder> pages, RequestPostProcessor browser) {
        var heard = new TreeMap<String, String>();
        pages.forEach((route, page) -> {
            var response = answer(page, browser);
            assertThat(response.getStatus()).as(route.name()).isLessThan(500);
            SONG.matcher(text(response))
                    .results()
                    .forEach(song -> heard.putIfAbsent(columns.get(Integer.parseInt(song.group(1))), route.name()));
        });
        return heard;
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder page, RequestPostProcessor browser) {
        try {
            return web.perform(page.with(browser)).andReturn().getResponse();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static String text(MockHttpServletResponse response) {
        try {
            if (!response.getContentAsString(ISO_8859_1).startsWith("%PDF")) return response.getContentAsString();
            try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
                return new PDFTextStripper().getText(pdf);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
