package sportello.mailbox;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far mailboxes were read. Every write asks whether its lease still holds, by the clock of the database. */
@Component
class PositionSql {
    private static final String IF_HELD = """
             where id = :mailbox
               and lease_token = :token
               and lease_until > clock_timestamp()
            """;

    private final JdbcClient db;

    PositionSql(JdbcClient db) {
        this.db = db;
    }

    Position position(Lease lease) {
        return held(lease, "select uid_validity, last_uid, epoch from mailbox")
                .query((row, number) ->
                        new Position(row.getLong("uid_validity"), row.getLong("last_uid"), row.getInt("epoch")))
                .optional()
                .orElseThrow(() -> new LeaseLost(lease));
    }

    /** From the beginning, under names that count anew. */
    void begin(Lease lease, long validity) {
        var begun = held(lease, "update mailbox set uid_validity = :validity, last_uid = 0, epoch = epoch + 1")
                .param("validity", validity)
                .update();
        if (begun == 0) throw new LeaseLost(lease);
    }

    void advance(Lease lease, long last, int backlog) {
        var advanced =
                held(lease, """
                        update mailbox
                           set last_uid = greatest(last_uid, :last), backlog = :backlog,
                               last_mail_at = clock_timestamp()
                        """).param("last", last).param("backlog", backlog).update();
        if (advanced == 0) throw new LeaseLost(lease);
    }

    private JdbcClient.StatementSpec held(Lease lease, String statement) {
        return db.sql(statement + IF_HELD)
                .param("mailbox", lease.mailbox().value())
                .param("token", lease.token());
    }

    /** @param stays whether it is not to be touched on its server */
    void addLeftover(Place place, boolean stays) {
        db.sql("""
                insert into mailbox_leftover (mailbox_id, epoch, uid, stays)
                values (:mailbox, :epoch, :uid, :stays)
                on conflict do nothing
                """)
                .param("mailbox", place.mailbox().value())
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .param("stays", stays)
                .update();
    }

    /** It is kept whole now, and dealt with on its server like any other. */
    void release(Place place) {
        db.sql("""
                insert into mailbox_leftover (mailbox_id, epoch, uid, stays)
                values (:mailbox, :epoch, :uid, false)
                    on conflict (mailbox_id, epoch, uid) do update set stays = false
                """)
                .param("mailbox", place.mailbox().value())
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .update();
    }

    Set<String> leftovers(MailboxId mailbox, int epoch) {
        return leftovers(
                mailbox, epoch, "select uid from mailbox_leftover where mailbox_id = :mailbox and epoch = :epoch");
    }

    Set<String> toBeCleared(MailboxId mailbox, int epoch) {
        return leftovers(mailbox, epoch, """
                select uid
                  from mailbox_leftover
                 where mailbox_id = :mailbox
                   and epoch = :epoch
                   and not stays
                """);
    }

    private Set<String> leftovers(MailboxId mailbox, int epoch, String question) {
        return db.sql(question)
                .param("mailbox", mailbox.value())
                .param("epoch", epoch)
                .query((row, number) -> row.getString("uid"))
                .set();
    }

    /** Also those of earlier epochs, whose names mean nothing any more. */
    void forget(MailboxId mailbox, int epoch, Collection<String> uids) {
        db.sql("""
                delete from mailbox_leftover
                 where mailbox_id = :mailbox
                   and (epoch < :epoch or uid = any(:uids))
                """)
                .param("mailbox", mailbox.value())
                .param("epoch", epoch)
                .param("uids", uids.toArray(String[]::new))
                .update();
    }
}
