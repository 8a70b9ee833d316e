package sportello.mailbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.storage.StoredFile;

/** What is put aside, and what a person decides of it. */
@Component
class QuarantineSql {
    private final JdbcClient db;

    QuarantineSql(JdbcClient db) {
        this.db = db;
    }

    /** The mailbox it belongs to, if it waited. */
    Optional<MailboxId> put(ArrivalId id, String reason, String detail, Instant now) {
        return db.sql("""
                update arrival
                   set state = 'QUARANTINED', reason = :reason, detail = :detail, settled_at = :now
                 where id = :id
                   and state = 'WAITING'
                returning mailbox_id
                """)
                .param("reason", reason)
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .map(MailboxId::new);
    }

    /** The mailbox it belongs to, if it was in quarantine; only a head cannot be sorted. */
    Optional<MailboxId> again(ArrivalId id) {
        return db.sql("""
                update arrival
                   set state = 'WAITING', tries = 0, reason = '', detail = '', settled_at = null
                 where id = :id
                   and state = 'QUARANTINED'
                   and reason not in (:tooLarge, :unfetchable)
                returning mailbox_id
                """)
                .param("id", id.value())
                .param("tooLarge", Arrival.TOO_LARGE)
                .param("unfetchable", Arrival.UNFETCHABLE)
                .query(Long.class)
                .optional()
                .map(MailboxId::new);
    }

    /** Where a mail lies, or lay, of which only the head is in quarantine. */
    Optional<Place> remains(ArrivalId id) {
        return db.sql("""
                select mailbox_id, uid_validity, epoch, uid
                  from arrival
                 where id = :id
                   and state = 'QUARANTINED'
                   and reason in (:tooLarge, :unfetchable)
                """)
                .param("id", id.value())
                .param("tooLarge", Arrival.TOO_LARGE)
                .param("unfetchable", Arrival.UNFETCHABLE)
                .query((row, number) -> new Place(
                        new MailboxId(row.getLong("mailbox_id")),
                        row.getLong("uid_validity"),
                        row.getInt("epoch"),
                        row.getString("uid")))
                .optional();
    }

    /** The mailbox it belongs to, if of these bytes there was only the head; empty too if they came another way. */
    Optional<MailboxId> complete(ArrivalId id, StoredFile whole) {
        return db.sql("""
                update arrival a
                   set hash = :hash, size = :size, state = 'WAITING', tries = 0, reason = '', detail = '',
                       settled_at = null
                 where id = :id
                   and state = 'QUARANTINED'
                   and reason in (:tooLarge, :unfetchable)
                   and not exists (select 1
                                     from arrival other
                                    where other.mailbox_id = a.mailbox_id
                                      and coalesce(other.came, other.hash) = :hash)
                returning mailbox_id
                """)
                .param("id", id.value())
                .param("hash", whole.hash().bytes())
                .param("size", whole.size())
                .param("tooLarge", Arrival.TOO_LARGE)
                .param("unfetchable", Arrival.UNFETCHABLE)
                .query(Long.class)
                .optional()
                .map(MailboxId::new);
    }

    boolean discard(ArrivalId id, String why, String by, Instant now) {
        return db.sql("""
                update arrival
                   set state = 'DISCARDED', reason = :why, settled_by = :by, settled_at = :now
                 where id = :id
                   and state = 'QUARANTINED'
                """)
                        .param("why", why)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<Arrival> all(@Nullable ArrivalId before, int count) {
        return db.sql(ArrivalSql.ARRIVALS + """
                 where a.state = 'QUARANTINED'
                   and a.id < :before
                 order by a.id desc
                 limit :count
                """)
                .param("before", before == null ? Long.MAX_VALUE : before.value())
                .param("count", count)
                .query(ArrivalSql::read)
                .list();
    }

    /** In quarantine, or given up. */
    List<Arrival> unsorted() {
        return db.sql(ArrivalSql.ARRIVALS + " where a.state in ('QUARANTINED', 'DISCARDED') order by a.id")
                .query(ArrivalSql::read)
                .list();
    }
}
