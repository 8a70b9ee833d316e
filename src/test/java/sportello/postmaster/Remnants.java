package sportello.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words of a person in the columns of the database. */
final class Remnants {
    private static final String LETTERS = """
            (select r.letter_id from article_recipient r join article a on a.id = r.article_id where a.ticket_id = %1$d
              union
             select letter_id from notification where ticket_id = %1$d)""";

    private final JdbcClient db;
    private final Map<String, String> named;
    private final Set<String> all;

    private Remnants(JdbcClient db, Map<String, String> named) {
        this.db = db;
        this.named = named;
        all = db.sql("""
                select c.table_name || '.' || c.column_name
                  from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = current_schema()
                   and t.table_type = 'BASE TABLE'
                   and (c.data_type in ('text', 'json', 'jsonb', 'bytea', 'tsvector')
                        or c.data_type = 'ARRAY' and c.udt_name = '_text')
                   and t.table_name <> 'flyway_schema_history'
                """).query(String.class).list().stream().collect(toCollection(TreeSet::new));
    }

    static Remnants of(JdbcClient db) throws IOException {
        return new Remnants(
                db,
                new ClassPathResource("erasure.txt")
                        .getContentAsString(UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("\\s+"))
                        .collect(toMap(line -> line[1], line -> line[0])));
    }

    /** All columns in which words can stand. */
    Set<String> all() {
        return all;
    }

    boolean isNamed(String column) {
        return named.containsKey(column);
    }

    /** Whether a person stays there although erased, for a reason. */
    boolean isKept(String column) {
        return "kept".equals(named.get(column));
    }

    List<String> namedInVain() {
        return named.keySet().stream().filter(column -> !all.contains(column)).toList();
    }

    /** Where one of the words stands, whatever its capitals; bytes are read as text. */
    Set<String> where(String... words) {
        return all.stream().filter(column -> stands(column, words)).collect(toCollection(TreeSet::new));
    }

    /** The same in the rows of one ticket alone, of its articles, letters and mails. */
    Set<String> whereIn(long ticket, String... words) {
        return all.stream()
                .filter(column -> {
                    var rows = rows(column.split("\\.")[0]);
                    return rows != null && stands(column, rows.formatted(ticket), words);
                })
                .collect(toCollection(TreeSet::new));
    }

    private @Nullable String rows(String table) {
        if (table.equals("ticket")) return "id = %d";
        if (table.equals("letter")) return "id in " + LETTERS;
        if (table.equals("webhook_delivery"))
            return "id in (select delivery_id from notification where ticket_id = %d)";
        if (table.equals("letter_attachment")) return "letter_id in " + LETTERS;
        if (table.equals("arrival")) return "id in (select arrival_id from sorted_mail where ticket_id = %d)";
        if (isOf(table, "ticket_id")) return "ticket_id = %d";
        return isOf(table, "article_id") ? "article_id in (select id from article where ticket_id = %d)" : null;
    }

    private boolean isOf(String table, String column) {
        return db.sql("""
                select exists (select 1
                                 from information_schema.columns
                                where table_schema = current_schema()
                                  and table_name = :table
                                  and column_name = :column)
                """)
                .param("table", table)
                .param("column", column)
                .query(Boolean.class)
                .single();
    }

    private boolean stands(String column, String... words) {
        return stands(column, "true", words);
    }

    private boolean stands(String column, String rows, String[] words) {
        var parts = column.split("\\.");
        return db.sql("""
                select exists (select 1
                                 from %1$s
                                where %3$s
                                  and case when pg_typeof(%2$s) = 'bytea'::regtype then encode(%2$s::text::bytea, 'escape')
                                           else replace(%2$s::text, '''', ' ') end
                                      ilike any (select '%%' || word || '%%' from unnest(:words) as word))
                """.formatted(parts[0], parts[1], rows))
                .param("words", words)
                .query(Boolean.class)
                .single();
    }
}
