package sportello.relay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.mail.AccountId;

/** How accounts are, written down by whoever brings them letters. */
@Component
class AccountHealthSql {
    private final JdbcClient db;

    AccountHealthSql(JdbcClient db) {
        this.db = db;
    }

    List<AccountHealth> all() {
        return db.sql("""
                select id, name, host, standard, valid, last_sent_at, failing_since, last_error
                  from relay
                 order by not standard, lower(name)
                """).query(AccountHealthSql::health).list();
    }

    /** @param alarmed whether somebody had been told that it did not work */
    record Back(String name, boolean alarmed) {}

    /** It works: noted once a minute, and at once where it did not; empty where it did. */
    Optional<Back> worked(AccountId id, Instant now) {
        return db.sql("""
                with before as (
                    select id, failing_since is not null as failing, alarmed_at is not null as alarmed
                      from relay
                     where id = :id
                       and (failing_since is not null
                            or last_sent_at is null
                            or last_sent_at < :now::timestamptz - interval '1 minute')
                       for update)
                update relay r
                   set last_sent_at = :now, failures = 0, failing_since = null, last_error = '', rests_until = null,
                       alarmed_at = null
                  from before
                 where r.id = before.id
                returning r.name, before.failing, before.alarmed
                """)
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, number) -> row.getBoolean("failing")
                        ? Optional.of(new Back(row.getString("name"), row.getBoolean("alarmed")))
                        : Optional.<Back>empty())
                .optional()
                .flatMap(back -> back);
    }

    /** How often it has failed by now, one after the other; empty if there is none any more. */
    Optional<Integer> failed(AccountId id, String problem, Instant now) {
        return db.sql("""
                update relay
                   set failures = failures + 1, failing_since = coalesce(failing_since, :now), last_error = :problem
                 where id = :id
                returning failures
                """)
                .param("id", id.value())
                .param("problem", problem)
                .param("now", utc(now))
                .query(Integer.class)
                .optional();
    }

    void rest(AccountId id, Instant until) {
        db.sql("update relay set rests_until = :until where id = :id")
                .param("id", id.value())
                .param("until", utc(until))
                .update();
    }

    /** Marks it if it has been failing since before then, once. */
    Optional<AccountStopped> alarm(AccountId id, Instant then, Instant now) {
        return db.sql("""
                update relay
                   set alarmed_at = :now
                 where id = :id
                   and valid
                   and alarmed_at is null
                   and failing_since <= :then
                returning name, failing_since, last_error
                """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("then", utc(then))
                .query((row, number) -> new AccountStopped(
                        row.getString("name"),
                        row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                        row.getString("last_error")))
                .optional();
    }

    /** Whether it had rested, and rests on for all others. */
    boolean take(AccountId id, Instant now, Instant until) {
        return db.sql("update relay set rests_until = :until where id = :id and rests_until <= :now")
                        .param("id", id.value())
                        .param("now", utc(now))
                        .param("until", utc(until))
                        .update()
                == 1;
    }

    void wakeAll(Instant now) {
        db.sql("update relay set rests_until = :now where rests_until > :now")
                .param("now", utc(now))
                .update();
    }

    private static AccountHealth health(ResultSet row, int number) throws SQLException {
        return new AccountHealth(
                new AccountId(row.getLong("id")),
                row.getString("name"),
                row.getString("host"),
                row.getBoolean("standard"),
                row.getBoolean("valid"),
                Column.instant(row, "last_sent_at"),
                Column.instant(row, "failing_since"),
                row.getString("last_error"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
