package sportello.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words of a person in the columns of the database. */
final class Remnants {
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

    private boolean stands(String column, String... words) {
        var parts = column.split("\\.");
        return db.sql("""
                select exists (select 1
                                 from %1$s
                                where case when pg_typeof(%2$s) = 'bytea'::regtype then encode(%2$s::text::bytea, 'escape')
                                           else replace(%2$s::text, '''', ' ') end
                                      ilike any (select '%%' || word || '%%' from unnest(:words) as word))
                """.formatted(parts[0], parts[1]))
                .param("words", words)
                .query(Boolean.class)
                .single();
    }
}
