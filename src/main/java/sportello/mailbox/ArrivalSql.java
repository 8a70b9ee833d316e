package sportello.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.storage.Hash;
import sportello.storage.StoredFile;

@Component
class ArrivalSql {
    private static final String ARRIVALS = """
            select a.id, a.mailbox_id, m.trusted, m.gateways, m.default_queue_id, a.recipients, a.hash, a.size, a.arrived_at,
                   a.state, a.tries, a.reason, a.detail
              from arrival a
              join mailbox m on m.id = a.mailbox_id
            """;

    private final JdbcClient db;

    ArrivalSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Empty if this mailbox brought these bytes before.
     *
     * @param recipients whom whoever brought it named beside it
     */
    Optional<ArrivalId> insert(Place place, StoredFile file, List<String> recipients, Instant now) {
        return db.sql("""
                insert into arrival (mailbox_id, uid_validity, epoch, uid, hash, size, recipients, arrived_at, state)
                values (:mailbox, :validity, :epoch, :uid, :hash, :size, :recipients, :now, 'WAITING')
                on conflict do nothing
                returning id
                """)
                .param("mailbox", place.mailbox().value())
                .param("validity", place.validity())
                .param("epoch", place.epoch())
                .param("uid", place.uid())
                .param("hash", file.hash().bytes())
                .param("size", file.size())
                .param("recipients", recipients.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(ArrivalId::new);
    }

    /** Whoever keeps it can tell nobody. */
    void hush(ArrivalId id) {
        db.sql("update arrival set announced = false where id = :id")
                .param("id", id.value())
                .update();
    }

    List<MailArrived> announce() {
        return db.sql("""
                update arrival
                   set announced = true
                 where id in (select id from arrival where not announced order by id for update skip locked)
                returning id, mailbox_id
                """)
                .query((row, number) ->
                        new MailArrived(new ArrivalId(row.getLong("id")), new MailboxId(row.getLong("mailbox_id"))))
                .list();
    }

    /** In their turn, as the index of those that wait has it ({@code V302}). */
    List<Arrival> takeNext(MailboxId mailbox, int most) {
        return db.sql(ARRIVALS + """
                 where a.mailbox_id = :mailbox
                   and a.state = 'WAITING'
                 order by a.id + 0
                 limit :most
                   for update of a skip locked
                """)
                .param("mailbox", mailbox.value())
                .param("most", most)
                .query(ArrivalSql::read)
                .list();
    }

    Set<ArrivalId> take(Collection<ArrivalId> ids) {
        return db.sql("""
                select id
                  from arrival
                 where id = any(:ids)
                   and state = 'WAITING'
                 order by id
                   for update
                """)
                .param("ids", values(ids))
                .query((row, number) -> new ArrivalId(row.getLong("id")))
                .set();
    }

    Optional<Arrival> find(ArrivalId id) {
        return db.sql(ARRIVALS + " where a.id = :id")
                .param("id", id.value())
                .query(ArrivalSql::read)
                .optional();
    }

    void tried(Collection<ArrivalId> ids) {
        db.sql("update arrival set tries = tries + 1 where id = any(:ids)")
                .param("ids", values(ids))
                .update();
    }

    void untried(Collection<ArrivalId> ids) {
        db.sql("update arrival set tries = greatest(0, tries - 1) where id = any(:ids)")
                .param("ids", values(ids))
                .update();
    }

    void settle(Collection<ArrivalId> ids, Arrival.State state, Instant now) {
        db.sql("""
                update arrival
                   set state = :state, reason = '', detail = '', settled_at = :now
                 where id = any(:ids)
                """)
                .param("state", state.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", values(ids))
                .update();
    }

    /** The mailbox it belongs to, if it waited. */
    Optional<MailboxId> quarantine(ArrivalId id, String reason, String detail, Instant now) {
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

    List<Arrival> quarantined(@Nullable ArrivalId before, int count) {
        return db.sql(ARRIVALS + """
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

    long count(Arrival.State state) {
        return db.sql("select count(*) from arrival where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    List<MailboxId> withWaiting() {
        return db.sql("""
                select m.id
                  from mailbox m
                 cross join lateral (select a.id
                                       from arrival a
                                      where a.mailbox_id = m.id
                                        and a.state = 'WAITING'
                                      order by a.id + 0
                                      limit 1) waiting
                """)
                .query((row, number) -> new MailboxId(row.getLong("id")))
                .list();
    }

    boolean isWaiting(MailboxId mailbox) {
        return db.sql("""
                select 1
                  from arrival
                 where mailbox_id = :mailbox
                   and state = 'WAITING'
                 order by id + 0
                 limit 1
                """)
                .param("mailbox", mailbox.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Long[] values(Collection<ArrivalId> ids) {
        return ids.stream().map(ArrivalId::value).toArray(Long[]::new);
    }

    private static Arrival read(ResultSet row, int number) throws SQLException {
        return new Arrival(
                new ArrivalId(row.getLong("id")),
                new MailboxId(row.getLong("mailbox_id")),
                row.getBoolean("trusted"),
                Column.texts(row, "gateways"),
                row.getObject("default_queue_id", Long.class),
                Column.texts(row, "recipients"),
                Hash.of(row.getBytes("hash")),
                row.getLong("size"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                Arrival.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getString("reason"),
                row.getString("detail"));
    }

    /** In quarantine, or given up. */
    List<Arrival> unsorted() {
        return db.sql(ARRIVALS + " where a.state in ('QUARANTINED', 'DISCARDED') order by a.id")
                .query(ArrivalSql::read)
                .list();
    }

    /** Other bytes lie in its place; those with which it came are known by their hash, so that they do not come again. */
    void replace(ArrivalId id, StoredFile left) {
        db.sql("""
                update arrival
                   set came = coalesce(came, hash), hash = :hash, size = :size, detail = ''
                 where id = :id
                """)
                .param("hash", left.hash().bytes())
                .param("size", left.size())
                .param("id", id.value())
                .update();
    }
}
