package sportello.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Words by which the text of each column is known wherever it comes up. */
final class Canaries {
    private static final Pattern SONG = Pattern.compile("canarino(\\d+)x");

    /** Of what the customer sees as well, only the rows that are the desk's. */
    private static final Map<String, String> ROWS = Map.of(
            "article", "not visible and channel <> 'system'",
            "attachment", "not (select visible from article where id = article_id)",
            "article_recipient", "not (select visible from article where id = article_id)");

    /** Within JSON: what the program may have written for itself, names of choices and moments. */
    private static final Pattern OF_THE_PROGRAM = Pattern.compile("[a-z_]*|[A-Z_]+(-[0-9]+)?|[0-9TZ:.+-]+");

    /** Whether a row was written in this test, in a house in which many have played before. */
    private static final String OWN = "xmin::text::bigint >= pg_current_xact_id()::text::bigint";

    /** Whose content is the desk's alone. */
    static final String FILE = "blob_chunk.bytes";

    static final String OF_THE_NOTE = """
             from attachment f
             join article a on a.id = f.article_id
            where a.ticket_id = :ticket and a.no = 91
            """;

    private final JdbcClient db;
    private final PlatformTransactionManager transactions;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, String> words;

    Canaries(JdbcClient db, PlatformTransactionManager transactions) throws IOException {
        this.db = db;
        this.transactions = transactions;
        words = new ClassPathResource("canaries.txt")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .collect(toMap(line -> line[1], line -> line[0]));
    }

    /** Where one sits. */
    List<String> planted() {
        return columns;
    }

    /** Whether customers may hear it. */
    boolean isOpen(String column) {
        return "open".equals(words.get(column));
    }

    /** Whether it stands in the list with a reason. */
    boolean isNamed(String column) {
        return words.containsKey(column);
    }

    /** Reasons of texts that are not there. */
    List<String> namedInVain() {
        var there = new LinkedHashSet<>(texts());
        there.addAll(jsons());
        return words.keySet().stream()
                .filter(text -> !there.contains(text.replaceAll(":.*", "")))
                .toList();
    }

    String song(String column) {
        return "canarino%dx".formatted(columns.indexOf(column));
    }

    /** The columns that are heard. */
    List<String> songs(String text) {
        return SONG.matcher(text)
                .results()
                .map(song -> columns.get(Integer.parseInt(song.group(1))))
                .toList();
    }

    /** In every text that is not the customers', and in the file of the internal note of this ticket. */
    void plant(long ticket) {
        letChange();
        plantInFile(ticket);
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
    private void plantInFile(long ticket) {
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
                .param("ticket", ticket)
                .update();
    }

    /** In each text within it, that is known by where it stands: {@code ticket_history.facts:text}. */
    private void plantInside(String json) {
        var parts = json.split("\\.");
        var rows = db.sql("select ctid::text as place, %2$s::text as said from %1$s where %2$s is not null and %3$s"
                        .formatted(parts[0], parts[1], OWN))
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

    /** What can be taken back on its own. */
    TransactionTemplate nested() {
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
}
