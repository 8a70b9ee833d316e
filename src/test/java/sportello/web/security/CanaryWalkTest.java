package sportello.web.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A canary sits in every text of the database that is not the customers': none of them is heard behind a door that admits
 * a customer, and behind those of the desk they sing. A new column of text either sings there at once, or stands with its
 * reason in {@code canaries.txt}. So does each text within JSON, and the content of a file. One is also heard neither in
 * a stream nor in a mail that the desk's work brings to a customer.
 */
class CanaryWalkTest extends RouteWalk {
    private static final Pattern SONG = Pattern.compile("canarino(\\d+)x");

    /** Of what the customer sees as well, only the rows that are the desk's. */
    private static final Map<String, String> ROWS = Map.of(
            "article", "not visible and channel <> 'system'",
            "attachment", "not (select visible from article where id = article_id)",
            "article_recipient", "not (select visible from article where id = article_id)");

    /** Within JSON: what the program may have written for itself, names of choices and moments. */
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("[a-z_]*|[A-Z_]+|[0-9TZ:.+-]+");

    /** Whose content is the desk's alone. */
    private static final String FILE = "blob_chunk.bytes";

    private static final String OF_THE_NOTE = """
             from attachment f
             join article a on a.id = f.article_id
            where a.ticket_id = :ticket and a.no = 91
            """;

    private static final Set<String> AT_THE_END =
            Set.of("GET /tickets/{number}", "GET /portal", "GET /portal/requests/{number}");

    private static final Set<String> TOLD = Set.of(
            "POST /tickets/{number}/notes",
            "POST /tickets/{number}/mails",
            "POST /tickets/{number}/answers",
            "POST /tickets/{number}/release",
            "POST /tickets/{number}/pending",
            "POST /tickets/{number}/owner",
            "POST /tickets/{number}/move",
            "POST /tickets/{number}/closure",
            "POST /tickets/{number}/customer");

    private static final Set<String> LIVELY = Set.of(
            "POST /searches",
            "POST /agent/bulks",
            "POST /agent/bulks/drafts",
            "POST /agent/tickets/layout",
            "POST /tickets/new/drafts",
            "POST /tickets/{number}/lock",
            "POST /tickets/{number}/notes",
            "POST /tickets/{number}/calls",
            "POST /tickets/{number}/mails",
            "POST /tickets/{number}/answers",
            "POST /tickets/{number}/forwards",
            "POST /tickets/{number}/priority",
            "POST /tickets/{number}/responsible",
            "POST /tickets/{number}/links",
            "POST /tickets/{number}/articles/{no}/mark",
            "POST /tickets/{number}/drafts");

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
    void what_the_desk_keeps_to_itself_reaches_no_customer() {
        var stage = stage();
        var customer = LoggedIn.as(stage.viewer(Subject.THE_CUSTOMER_USER), db);
        var clerk = LoggedIn.as(stage.viewer(Subject.AGENT_RW), db);
        var administrator = LoggedIn.as(stage.viewer(Subject.ADMINISTRATOR), db);
        var pages = pages(stage);
        fill(stage);
        work(stage, clerk);
        var acts = acts(stage);
        plant(stage);
        pages.addAll(filePages(stage));

        var heard = heard(pages, customer);
        var read = heard(pages, clerk);
        read.putAll(heard(pages, administrator));
        heard.putAll(heardInMails(acts, clerk));
        close(stage);
        pages.removeIf(page -> !AT_THE_END.contains(page.name()));
        heard.putAll(heard(pages, customer));
        read.putAll(heard(pages, clerk));

        assertThat(heard)
                .allSatisfy((column, door) ->
                        assertThat(words).as("%s is heard at %s", column, door).containsEntry(column, "open"));
        assertThat(columns.stream().filter(column -> !read.containsKey(column) && !words.containsKey(column)))
                .as("neither read by the desk nor named with a reason in canaries.txt")
                .isEmpty();
        assertThat(columns.stream().filter(read::containsKey).count()).isGreaterThan(60);
        assertThat(read).as("the desk reads its own files").containsKey(FILE);
    }

    @Test
    void every_reason_is_of_a_text_that_is_there() {
        assertThat(texts())
                .containsAll(words.keySet().stream()
                        .map(text -> text.replaceAll(":.*", ""))
                        .filter(text -> !jsons().contains(text))
                        .toList());
    }

    /** @param stream whether it goes on until the reader leaves */
    private record Page(String name, boolean stream, MockHttpServletRequestBuilder request) {}

    private List<Page> pages(Stage stage) {
        return table.all().stream()
                .filter(route -> route.method().equals(HttpMethod.GET))
                .map(route -> new Page(route.name(), Walk.isStream(route), Walk.to(route, stage)))
                .collect(toCollection(ArrayList::new));
    }

    /** Where what is in the file of an internal note would be handed out. */
    private List<Page> filePages(Stage stage) {
        var article = number("select a.id" + OF_THE_NOTE, stage);
        var file = "/articles/" + article + "/attachments/1";
        var portal =
                "/portal/requests/" + stage.number() + "/attachments/" + number("select f.id" + OF_THE_NOTE, stage);
        return Stream.of(file, file + "/view", file + "/preview", portal)
                .map(address -> new Page("GET " + address, false, get(address)))
                .toList();
    }

    private long number(String query, Stage stage) {
        return db.sql(query).param("ticket", stage.ticket()).query(Long.class).single();
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

    /** What leaves a line in the history, a letter or a draft. */
    private void work(Stage stage, RequestPostProcessor clerk) {
        for (var route : table.all()) if (LIVELY.contains(route.name())) perform(route, stage, clerk);
    }

    /** Of which customers are told, or could be. */
    private List<Page> acts(Stage stage) {
        return table.all().stream()
                .filter(route -> TOLD.contains(route.name()))
                .map(route -> new Page(route.name(), false, Walk.to(route, stage)))
                .toList();
    }

    /** What customers are written while the desk works, each time as if nothing else had been done. */
    private Map<String, String> heardInMails(List<Page> acts, RequestPostProcessor clerk) {
        var heard = new TreeMap<String, String>();
        var quiet = new ArrayList<String>();
        for (var act : acts)
            nested().executeWithoutResult(status -> {
                status.setRollbackOnly();
                var before =
                        db.sql("select max(id) from letter").query(Long.class).single();
                answer(act, clerk);
                var written = written(before);
                if (written.isEmpty()) quiet.add(act.name());
                songs(String.join("\n", written)).forEach(column -> heard.putIfAbsent(column, "a mail: " + act.name()));
            });
        assertThat(quiet).as("acts that write nothing to anybody").hasSizeLessThan(acts.size() / 2);
        return heard;
    }

    private List<String> written(long before) {
        return db.sql("""
                        select l.subject || l.text_body || l.html_body || coalesce(l.addressees::text, '')
                          from letter l
                         where l.id > :before
                           and (exists (select 1
                                          from notification n
                                         where n.letter_id = l.id and n.customer_user_id is not null)
                                or exists (select 1
                                             from article_recipient r
                                             join article a on a.id = r.article_id
                                            where r.letter_id = l.id and a.visible))
                        """).param("before", before).query(String.class).list();
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

    private void plant(Stage stage) {
        letChange();
        plantInFile(stage);
        for (var json : jsons()) plantInside(json);
        for (var text : texts()) {
            if (words.getOrDefault(text, "").equals("program")) continue;
            columns.add(text);
            var parts = text.split("\\.");
            var update = "update %1$s set %2$s = 'canarino%3$dx' || %2$s where %2$s is not null and (%4$s)"
                    .formatted(parts[0], parts[1], columns.size() - 1, ROWS.getOrDefault(parts[0], "true"));
            if (!isPlanted(update)) plantSingly(parts[0], update);
        }
    }

    /** What the file of an internal note holds. */
    private void plantInFile(Stage stage) {
        columns.add(FILE);
        db.sql("""
                with content as (select convert_to(:song, 'UTF8') as bytes),
                     whole as (insert into blob (hash, size, created_at)
                               select sha256(bytes), length(bytes), now()
                                 from content
                               returning hash, size),
                     part as (insert into blob_chunk (hash, no, bytes)
                              select whole.hash, 0, content.bytes
                                from whole, content)
                update attachment f
                   set hash = whole.hash, size = whole.size
                  from whole
                 where f.id = (select f.id %s)
                """.formatted(OF_THE_NOTE))
                .param("song", "canarino%dx perizia".formatted(columns.size() - 1))
                .param("ticket", stage.ticket())
                .update();
    }

    /** In each text within it, that is known by where it stands: {@code ticket_history.facts:text}. */
    private void plantInside(String json) {
        var parts = json.split("\\.");
        var rows = db.sql("select ctid::text as place, %2$s::text as said from %1$s where %2$s is not null"
                        .formatted(parts[0], parts[1]))
                .query((row, number) -> Map.entry(row.getString("place"), row.getString("said")))
                .list();
        for (var row : rows) {
            var sung = JsonMapper.shared()
                    .writeValueAsString(sung(json + ":", JsonMapper.shared().readTree(row.getValue())));
            isPlanted("update %s set %s = '%s' where ctid = '%s'"
                    .formatted(parts[0], parts[1], sung.replace("'", "''"), row.getKey()));
        }
    }

    private boolean isPlanted(String path, String text) {
        return !words.getOrDefault(path, "").equals("program")
                && !OF_THE_PROGRAM.matcher(text).matches();
    }

    private JsonNode sung(String path, JsonNode said) {
        return switch (said) {
            case ObjectNode fields -> {
                for (var field : List.copyOf(fields.properties()))
                    fields.set(
                            field.getKey(),
                            sung(path + (path.endsWith(":") ? "" : ".") + field.getKey(), field.getValue()));
                yield fields;
            }
            case ArrayNode list -> {
                for (var place = 0; place < list.size(); place++) list.set(place, sung(path, list.get(place)));
                yield list;
            }
            case StringNode text
            when isPlanted(path, text.asString()) -> {
                if (!columns.contains(path)) columns.add(path);
                yield StringNode.valueOf("canarino%dx".formatted(columns.indexOf(path)) + text.asString());
            }
            default -> said;
        };
    }

    /** Rows that another test has left may be full: those that can take a canary do. */
    private void plantSingly(String table, String update) {
        db.sql("select ctid::text from " + table)
                .query(String.class)
                .list()
                .forEach(row -> isPlanted(update + " and ctid = '" + row + "'"));
    }

    private boolean isPlanted(String update) {
        try {
            nested().executeWithoutResult(status -> db.sql(update).update());
            return true;
        } catch (DataIntegrityViolationException full) {
            return false;
        }
    }

    private TransactionTemplate nested() {
        var change = new TransactionTemplate(transactions);
        change.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return change;
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

    private Set<String> jsons() {
        return db.sql("""
                        select table_name || '.' || column_name
                          from information_schema.columns
                         where table_schema = current_schema()
                           and data_type in ('json', 'jsonb')
                         order by 1
                        """).query(String.class).list().stream().collect(toCollection(LinkedHashSet::new));
    }

    /** Every column that sings, with a door behind which it does. */
    private Map<String, String> heard(List<Page> pages, RequestPostProcessor browser) {
        var heard = new TreeMap<String, String>();
        for (var page : pages) {
            var response = answer(page, browser);
            assertThat(response.getStatus()).as(page.name()).isLessThan(500);
            songs(text(response)).forEach(column -> heard.putIfAbsent(column, page.name()));
        }
        return heard;
    }

    private List<String> songs(String text) {
        return SONG.matcher(text)
                .results()
                .map(song -> columns.get(Integer.parseInt(song.group(1))))
                .toList();
    }

    private MockHttpServletResponse answer(Page page, RequestPostProcessor browser) {
        try {
            if (page.stream()) Thread.currentThread().interrupt();
            return web.perform(page.request().with(browser)).andReturn().getResponse();
        } catch (Exception broken) {
            throw new AssertionError(page.name(), broken);
        } finally {
            Thread.interrupted();
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
