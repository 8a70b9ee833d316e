package sportello.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class VersionSql {
    private static final String KEPT = """
            select id, at, occasion, author, differing
              from configuration_version
            """;

    private final JdbcClient db;

    VersionSql(JdbcClient db) {
        this.db = db;
    }

    long insert(Instant at, Occasion occasion, String author, @Nullable Integer differing, byte[] document) {
        return db.sql("""
                insert into configuration_version (at, occasion, author, differing, document)
                values (:at, :occasion, :author, :differing, :document)
                returning id
                """)
                .param("at", Timestamp.from(at))
                .param("occasion", occasion.key())
                .param("author", author)
                .param("differing", differing)
                .param("document", document)
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<Version> all() {
        return db.sql(KEPT + " order by id desc").query(VersionSql::version).list();
    }

    Optional<Version> find(long id) {
        return db.sql(KEPT + " where id = :id")
                .param("id", id)
                .query(VersionSql::version)
                .optional();
    }

    Optional<byte[]> document(long id) {
        return db.sql("select document from configuration_version where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> last() {
        return db.sql("select document from configuration_version order by id desc limit 1")
                .query(byte[].class)
                .optional();
    }

    /** Those that are older, and those beyond so many; the newest stays in any case. */
    void forget(Instant before, int most) {
        db.sql("""
                delete from configuration_version
                 where id < (select max(id) from configuration_version)
                   and (at < :before
                        or id not in (select id from configuration_version order by id desc limit :most))
                """).param("before", Timestamp.from(before)).param("most", most).update();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Occasion.of(row.getString("occasion")),
                row.getString("author"),
                row.getObject("differing", Integer.class));
    }
}
