package sportello.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /**
     * What people want of a mailbox.
     *
     * @param revision of its settings
     * @param looks how often somebody did not want to wait for the next look
     */
    record Wish(int revision, int looks) {}

    /** A lease and what was wanted of the mailbox when it was taken. */
    record Claim(Lease lease, Wish wish) {}

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
                returning id, lease_token, revision, looks_wanted
                """)
                .param("node", node)
                .param("seconds", seconds(time))
                .query(LeaseSql::claim)
                .list();
    }

    /** Those that are still ours, and what is wanted of them. */
    @Transactional
    Map<Lease, Wish> renew(String node, Duration time) {
        return db.sql("""
                update mailbox
                   set lease_until = clock_timestamp() + :seconds * interval '1 second'
                 where lease_owner = :node
                   and lease_until > clock_timestamp()
                   and valid
                returning id, lease_token, revision, looks_wanted
                """).param("node", node).param("seconds", seconds(time)).query(LeaseSql::claim).list().stream()
                .collect(Collectors.toMap(Claim::lease, Claim::wish));
    }

    private static Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                new Lease(new MailboxId(row.getLong("id")), row.getLong("lease_token")),
                new Wish(row.getInt("revision"), row.getInt("looks_wanted")));
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
