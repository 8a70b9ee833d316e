package sportello.mailbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who reads which mailbox. Time is the database's. */
@Component
class LeaseSql {
    private final JdbcClient db;

    LeaseSql(JdbcClient db) {
        this.db = db;
    }

    /** A lease and the state of the mailbox's settings for which it was taken. */
    record Claim(Lease lease, int revision) {}

    /** Takes whatever nobody reads. */
    @Transactional
    List<Claim> claim(String node, Duration time) {
        return db.sql("""
                update mailbox
                   set lease_owner = :node, lease_token = lease_token + 1,
                       lease_until = clock_timestamp() + :seconds * interval '1 second'
                 where id in (select id
                                from mailbox
                               where valid
                                 and protocol <> 'SMTP'
                                 and (lease_until is null or lease_until < clock_timestamp())
                               order by id
                                 for update skip locked)
                returning id, lease_token, revision
                """)
                .param("node", node)
                .param("seconds", seconds(time))
                .query((row, number) -> new Claim(
                        new Lease(new MailboxId(row.getLong("id")), row.getLong("lease_token")),
                        row.getInt("revision")))
                .list();
    }

    /** Those that are still ours, with the state of their settings. */
    @Transactional
    Map<Lease, Integer> renew(String node, Duration time) {
        return db
                .sql("""
                update mailbox
                   set lease_until = clock_timestamp() + :seconds * interval '1 second'
                 where lease_owner = :node
                   and lease_until > clock_timestamp()
                   and valid
                returning id, lease_token, revision
                """)
                .param("node", node)
                .param("seconds", seconds(time))
                .query((row, number) -> Map.entry(
                        new Lease(new MailboxId(row.getLong("id")), row.getLong("lease_token")),
                        row.getInt("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Hands them back. */
    @Transactional
    void release(String node, Collection<Lease> leases) {
        db.sql("""
                update mailbox m
                   set lease_owner = null, lease_until = null
                  from unnest(:ids, :tokens) as given (id, token)
                 where m.id = given.id
                   and m.lease_token = given.token
                   and m.lease_owner = :node
                """)
                .param(
                        "ids",
                        leases.stream().map(lease -> lease.mailbox().value()).toArray(Long[]::new))
                .param("tokens", leases.stream().map(Lease::token).toArray(Long[]::new))
                .param("node", node)
                .update();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
