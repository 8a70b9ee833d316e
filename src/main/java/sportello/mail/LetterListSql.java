package sportello.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters as administrators read them, and those that are tried once more. */
@Component
class LetterListSql {
    private static final String AGAIN = """
            (l.state = 'waiting' and coalesce(l.leaves_at <= :now, true)
             or l.state = 'failed' and not l.secret and not exists (select 1
                                                    from letter later
                                                   where later.message_id = l.message_id
                                                     and lower(later.to_address) = lower(l.to_address)
                                                     and later.id > l.id))""";

    private static final String LISTED = """
            select l.id, l.message_id, l.state, l.attempts, l.answer, l.created_at, l.leaves_at, l.tried_at, l.sent_at, l.seal,
                   l.to_name, l.to_address, l.subject, %s as again
              from letter l
            """.formatted(AGAIN);

    private final JdbcClient db;

    LetterListSql(JdbcClient db) {
        this.db = db;
    }

    /** Newest first. The state stands in the text, so that the index of the few that are not sent is used. */
    List<ListedLetter> list(SoughtLetters sought, @Nullable LetterId before, int most, Instant now) {
        var state = sought.state();
        return db.sql(LISTED + """
                 where l.id < :before
                   and %s
                   and (:since::timestamptz is null or l.created_at >= :since)
                   and (:until::timestamptz is null or l.created_at < :until)
                   and l.to_address ilike :address
                 order by l.id desc
                 limit :most
                """.formatted(state == null ? "true" : "l.state = '" + state.stored() + "'"))
                .param("now", Timestamp.from(now))
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("since", timestamp(sought.since()))
                .param("until", timestamp(sought.until()))
                .param("address", "%" + literally(sought.address()) + "%")
                .param("most", most)
                .query(LetterListSql::listed)
                .list();
    }

    Optional<ListedLetter> find(LetterId id, Instant now) {
        return db.sql(LISTED + " where l.id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .query(LetterListSql::listed)
                .optional();
    }

    /** It waits now as if it were new, if it can be tried again; nobody else decides that at the same time. */
    boolean revive(LetterId id, Instant now) {
        return db.sql("update letter l set state = 'waiting', unheard = 0 where l.id = :id and " + AGAIN)
                        .param("now", Timestamp.from(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static ListedLetter listed(ResultSet row, int number) throws SQLException {
        return new ListedLetter(
                LetterSql.delivery(row, number),
                new Recipient(row.getString("to_name"), row.getString("to_address")),
                row.getString("subject"),
                row.getBoolean("again"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
