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
import sportello.storage.Hash;

@Component
class VersionSql {
    private static final String KEPT = """
            select id, at, occasion, author, differing
              from configuration_version
            """;

    private static final String OUTDATED = """
            id < (select max(id) from configuration_version)
                   and (at < :before
                        or id not in (select id from configuration_version order by id desc limit :most))
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

    /** The file is there as long as the version is, or for a day where none is named. */
    void hold(@Nullable Long version, Hash file, Instant now) {
        db.sql("insert into configuration_file (version_id, hash, kept_at) values (:version, :hash, :now)")
                .param("version", version)
                .param("hash", file.bytes())
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Forgets those that are older, and those beyond so many; the newest stays in any case.
     *
     * @return the files that they named, and those that came along before the day before
     */
    List<Hash> forget(Instant before, int most, Instant dayBefore) {
        var files = db.sql("""
                        delete from configuration_file
                         where version_id is null and kept_at < :dayBefore
                            or version_id in (select id from configuration_version where %s)
                        returning hash
                        """.formatted(OUTDATED))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .param("dayBefore", Timestamp.from(dayBefore))
                .query((row, number) -> Hash.of(row.getBytes("hash")))
                .list();
        db.sql("delete from configuration_version where " + OUTDATED)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
        return files.stream().distinct().toList();
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
