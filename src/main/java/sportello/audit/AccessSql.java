package sportello.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Sha256;

@Component
class AccessSql {
    private static final int LONGEST = 2000;

    private static final String LINES = """
            select l.no, l.at, l.kind, l.agent_id, l.customer_user_id, l.address, l.browser, l.thing, l.found, l.filter,
                   l.why, coalesce(g.first_name || ' ' || g.last_name, u.first_name || ' ' || u.last_name, '') as name,
                   coalesce(b.first_name || ' ' || b.last_name, '') as by_name
              from access_line l
              left join agent g on g.id = l.agent_id
              left join customer_user u on u.id = l.customer_user_id
              left join agent b on b.id = l.by_agent_id
            """;

    private final JdbcClient db;

    AccessSql(JdbcClient db) {
        this.db = db;
    }

    /** With which line the log begins, and the hash of the line before. */
    record Begin(long no, byte @Nullable [] hash) {
        String mark() {
            return no - 1 + (hash == null ? "" : " " + HexFormat.of().formatHex(hash));
        }
    }

    /**
     * What was cut off.
     *
     * @param mark the last line of it, and its hash
     */
    record Cut(long lines, String mark) {}

    /** Is shown what each line says. */
    interface Reader {
        void read(long no, List<? extends @Nullable Object> said, byte[] hash);
    }

    /** Whoever holds the end of the chain holds it for a moment; who waits longer than that has met a fault. */
    void waitLittle() {
        db.sql("set local lock_timeout = '2s'").update();
    }

    /** Until the transaction ends: the chain has one end. */
    void writeAlone() {
        db.sql("select pg_advisory_xact_lock(hashtext('the log of access is written'))")
                .query(row -> {});
    }

    void append(Instant now, Accessed accessed, Hand hand) {
        writeAlone();
        var last = last();
        var person = person(accessed);
        var by = hand.agent() == null || hand.agent().equals(person.agent()) ? null : hand.agent();
        var filter = cut(accessed.filter());
        var filterHash = filter == null ? null : Sha256.of(filter);
        var thing = String.valueOf(cut(accessed.thing()));
        var said = said(
                last.no(),
                now,
                accessed.kind().key(),
                person,
                by,
                hand.address(),
                hand.browser(),
                thing,
                accessed.found(),
                filterHash,
                accessed.why());
        db.sql("""
                insert into access_line (no, at, kind, agent_id, customer_user_id, by_agent_id, address, browser, thing,
                                         found, filter, filter_hash, why, hash)
                values (:no, :at, :kind, :agent, :customerUser, :by, :address, :browser, :thing,
                        :found, :filter, :filterHash, :why, :hash)
                """)
                .param("no", last.no())
                .param("at", Timestamp.from(now))
                .param("kind", accessed.kind().key())
                .param("agent", person.agent())
                .param("customerUser", person.customerUser())
                .param("by", by)
                .param("address", hand.address())
                .param("browser", hand.browser())
                .param("thing", thing)
                .param("found", accessed.found())
                .param("filter", filter)
                .param("filterHash", filterHash)
                .param("why", accessed.why())
                .param("hash", Chain.hash(last.hash(), said))
                .update();
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private AccessLine.Person person(Accessed accessed) {
        return accessed.account() == null
                ? accessed.person()
                : db.sql("select agent_id, customer_user_id from account where id = :id")
                        .param("id", accessed.account())
                        .query((row, number) -> person(row))
                        .optional()
                        .orElse(AccessLine.Person.NOBODY);
    }

    private static List<@Nullable Object> said(
            long no,
            Instant at,
            String kind,
            AccessLine.Person person,
            @Nullable Long by,
            String address,
            String browser,
            String thing,
            @Nullable Long found,
            byte @Nullable [] filterHash,
            String why) {
        var filter = filterHash == null ? null : HexFormat.of().formatHex(filterHash);
        return Arrays.asList(
                no,
                at.toString(),
                kind,
                person.agent(),
                person.customerUser(),
                by,
                address,
                browser,
                thing,
                found,
                filter,
                why);
    }

    List<AccessLine> read(SoughtAccess sought, long before, int most) {
        return db.sql(LINES + """
                 where l.no < :before
                   and (:kind::text is null or l.kind = :kind)
                   and (:since::timestamptz is null or l.at >= :since)
                   and (:until::timestamptz is null or l.at < :until)
                   and starts_with(l.address, :address)
                   and (:person = ''
                        or position(folded(:person)
                                    in folded(concat_ws(' ', g.first_name, g.last_name, g.login,
                                                        u.first_name, u.last_name, u.login))) > 0)
                 order by l.no desc
                 limit :most
                """)
                .param("before", before)
                .param("kind", sought.kind() == null ? null : sought.kind().key())
                .param("since", timestamp(sought.since()))
                .param("until", timestamp(sought.until()))
                .param("address", sought.address())
                .param("person", sought.person())
                .param("most", most)
                .query((row, number) -> line(row))
                .list();
    }

    List<AccessLine> of(long customerUser) {
        return db.sql(LINES + """
                 where l.customer_user_id = :id
                 order by l.no
                """)
                .param("id", customerUser)
                .query((row, number) -> line(row))
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    void forget(String words) {
        db.sql("""
                update access_line
                   set filter = null
                 where filter ~* :words
                """).param("words", words).update();
    }

    /** Empty if nothing is that old. */
    Optional<Cut> cut(Instant oldest) {
        var last = db.sql("select no, hash from access_line where at < :oldest order by no desc limit 1")
                .param("oldest", Timestamp.from(oldest))
                .query((row, number) -> new Begin(row.getLong("no") + 1, row.getBytes("hash")))
                .optional();
        return last.map(begin -> {
            var lines = db.sql("delete from access_line where no < :no")
                    .param("no", begin.no())
                    .update();
            db.sql("update access_begin set no = :no, hash = :hash")
                    .param("no", begin.no())
                    .param("hash", begin.hash())
                    .update();
            return new Cut(lines, begin.mark());
        });
    }

    Begin begin() {
        return db.sql("select no, hash from access_begin")
                .query((row, number) -> new Begin(row.getLong("no"), row.getBytes("hash")))
                .single();
    }

    /** As the last line that tells of it says. */
    Optional<String> lastCut() {
        return db.sql("select thing from access_line where kind = :kind order by no desc limit 1")
                .param("kind", AccessKind.LINES_REMOVED.key())
                .query(String.class)
                .optional();
    }

    Optional<Book.End> end() {
        return db.sql("select no, hash from access_line order by no desc limit 1")
                .query((row, number) ->
                        new Book.End(row.getLong("no"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
    }

    /** Oldest first, one at a time. */
    void eachLink(Reader reader) {
        db.sql("""
                select no, at, kind, agent_id, customer_user_id, by_agent_id, address, browser, thing, found, filter,
                       filter_hash, why, hash
                  from access_line
                 order by no
                """).withFetchSize(1000).query(row -> {
            reader.read(row.getLong("no"), said(row), row.getBytes("hash"));
        });
    }

    /** A filter that is not what its hash says is said to be another. */
    private static List<@Nullable Object> said(ResultSet row) throws SQLException {
        var filter = row.getString("filter");
        return said(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                person(row),
                row.getObject("by_agent_id", Long.class),
                row.getString("address"),
                row.getString("browser"),
                row.getString("thing"),
                row.getObject("found", Long.class),
                filter == null ? row.getBytes("filter_hash") : Sha256.of(filter),
                row.getString("why"));
    }

    private static AccessLine line(ResultSet row) throws SQLException {
        return new AccessLine(
                row.getLong("no"),
                row.getTimestamp("at").toInstant(),
                AccessKind.of(row.getString("kind")),
                person(row),
                row.getString("name"),
                row.getString("by_name"),
                row.getString("address"),
                row.getString("browser"),
                row.getString("thing"),
                row.getObject("found", Long.class),
                row.getString("filter"),
                row.getString("why"));
    }

    private static AccessLine.Person person(ResultSet row) throws SQLException {
        return new AccessLine.Person(
                row.getObject("agent_id", Long.class), row.getObject("customer_user_id", Long.class));
    }

    /** The number of the next line, and the hash of the last. */
    private Begin last() {
        return db.sql("select no, hash from access_line order by no desc limit 1")
                .query((row, number) -> new Begin(row.getLong("no") + 1, row.getBytes("hash")))
                .optional()
                .orElseGet(this::begin);
    }
}
