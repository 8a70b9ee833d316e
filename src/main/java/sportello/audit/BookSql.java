package sportello.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class BookSql {
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient db;

    BookSql(JdbcClient db) {
        this.db = db;
    }

    void append(Instant now, Hand by, Topic topic, String thing, String name, Act act, List<Change> changes) {
        writeAlone();
        var last = last();
        var json = JsonMapper.shared().writeValueAsString(changes);
        var link = new Link(last.no() + 1, now, by, topic.key(), thing, name, act.key(), json);
        db.sql("""
                insert into audit_line (no, at, agent_id, author, address, topic, thing, name, act, changes, hash)
                values (:no, :at, :agent, :author, :address, :topic, :thing, :name, :act, :changes::json, :hash)
                """)
                .param("no", link.no())
                .param("at", Timestamp.from(now))
                .param("agent", by.agent())
                .param("author", by.name())
                .param("address", by.address())
                .param("topic", link.topic())
                .param("thing", thing)
                .param("name", name)
                .param("act", link.act())
                .param("changes", json)
                .param("hash", link.hashAfter(last.hash()))
                .update();
    }

    /** Until the transaction ends: the chain has one end. */
    private void writeAlone() {
        db.sql("select pg_advisory_xact_lock(hashtext('the book is written'))").query(row -> {});
    }

    List<Line> read(Sought sought, long before, int most) {
        return db.sql("""
                select no, at, agent_id, author, address, topic, thing, name, act, changes::text as changes
                  from audit_line
                 where no < :before
                   and (:author::text is null or author = :author)
                   and (:topic::text is null or topic = :topic)
                   and (:since::timestamptz is null or at >= :since)
                   and (:until::timestamptz is null or at < :until)
                   and (name || ' ' || address || ' ' || changes::text) ilike :words
                 order by no desc
                 limit :most
                """)
                .param("before", before)
                .param("author", sought.author())
                .param("topic", sought.topic() == null ? null : sought.topic().key())
                .param("since", timestamp(sought.since()))
                .param("until", timestamp(sought.until()))
                .param("words", "%" + literally(sought.words()) + "%")
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    List<String> authors() {
        return db.sql("select distinct author from audit_line where author <> '' order by author")
                .query((row, number) -> row.getString("author"))
                .list();
    }

    Optional<Book.End> end() {
        var last = last();
        var hash = last.hash();
        return hash == null
                ? Optional.empty()
                : Optional.of(new Book.End(last.no(), HexFormat.of().formatHex(hash)));
    }

    /** Oldest first, one at a time. */
    void eachLink(BiConsumer<Link, byte[]> reader) {
        db.sql("""
                select no, at, agent_id, author, address, topic, thing, name, act, changes::text as changes, hash
                  from audit_line
                 order by no
                """).withFetchSize(1000).query(row -> {
            reader.accept(link(row), row.getBytes("hash"));
        });
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                hand(row),
                row.getString("topic"),
                row.getString("thing"),
                row.getString("name"),
                row.getString("act"),
                row.getString("changes"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                hand(row),
                Topic.of(row.getString("topic")),
                row.getString("thing"),
                row.getString("name"),
                Act.of(row.getString("act")),
                JsonMapper.shared().readValue(row.getString("changes"), CHANGES));
    }

    private static Hand hand(ResultSet row) throws SQLException {
        return new Hand(row.getObject("agent_id", Long.class), row.getString("author"), row.getString("address"));
    }

    private Last last() {
        return db.sql("select no, hash from audit_line order by no desc limit 1")
                .query((row, number) -> new Last(row.getLong("no"), row.getBytes("hash")))
                .optional()
                .orElse(Last.NONE);
    }

    private record Last(long no, byte @Nullable [] hash) {
        static final Last NONE = new Last(0, null);
    }
}
