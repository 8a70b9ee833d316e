package sportello.mailbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How mailboxes are, written down by whoever reads them. */
@Component
class HealthSql {
    private final JdbcClient db;

    HealthSql(JdbcClient db) {
        this.db = db;
    }

    /** Whether somebody had been told that it stood still; empty if the lease is lost. */
    Optional<Boolean> well(Lease lease) {
        return db.sql("""
                with before as (
                    select id, alarmed_at is not null as alarmed
                      from mailbox
                     where id = :mailbox
                       and lease_token = :token
                       for update)
                update mailbox m
                   set last_fetch_at = clock_timestamp(), failing_since = null, last_error = '', alarmed_at = null,
                       backlog = 0
                  from before
                 where m.id = before.id
                returning before.alarmed
                """)
                .param("mailbox", lease.mailbox().value())
                .param("token", lease.token())
                .query(Boolean.class)
                .optional();
    }

    void failing(Lease lease, String error) {
        db.sql("""
                update mailbox
                   set failing_since = coalesce(failing_since, clock_timestamp()), last_error = :error
                 where id = :mailbox
                   and lease_token = :token
                """)
                .param("error", error)
                .param("mailbox", lease.mailbox().value())
                .param("token", lease.token())
                .update();
    }

    /** Marks those that have been failing for longer, each once. */
    List<MailboxStopped> alarm(String node, Duration patience) {
        return db.sql("""
                update mailbox
                   set alarmed_at = clock_timestamp()
                 where lease_owner = :node
                   and valid
                   and alarmed_at is null
                   and failing_since < clock_timestamp() - :seconds * interval '1 second'
                returning id, failing_since, last_error
                """)
                .param("node", node)
                .param("seconds", patience.toMillis() / 1000.0)
                .query((row, number) -> new MailboxStopped(
                        new MailboxId(row.getLong("id")),
                        row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                        row.getString("last_error")))
                .list();
    }
}
