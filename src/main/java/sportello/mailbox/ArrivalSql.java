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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.storage.Hash;
import sportello.storage.StoredFile;

@Component
class ArrivalSql {
    /** To be narrowed; {@link #read} takes its rows. */
    static final String ARRIVALS = """
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

    static Arrival read(ResultSet row, int number) throws SQLException {
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
