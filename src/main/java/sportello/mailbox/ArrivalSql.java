package sportello.mailbox;

import static java.util.Locale.ROOT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.storage.Hash;
import sportello.storage.StoredFile;

@Component
class ArrivalSql {
    private final JdbcClient db;

    ArrivalSql(JdbcClient db) {
        this.db = db;
    }

    /** Nothing if the mailbox has brought the same bytes before. */
    Optional<ArrivalId> insert(MailboxId mailbox, StoredFile bytes, long size, Arrival.State state, String reason) {
        return db.sql("""
                insert into arrival (mailbox_id, hash, size, arrived_at, state, reason)
                values (:mailbox, :hash, :size, clock_timestamp(), :state, :reason)
                on conflict (mailbox_id, hash) do nothing
                returning id
                """)
                .param("mailbox", mailbox.value())
                .param("hash", bytes.hash().bytes())
                .param("size", size)
                .param("state", word(state))
                .param("reason", reason)
                .query(Long.class)
                .optional()
                .map(ArrivalId::new);
    }

    ArrivalId known(MailboxId mailbox, Hash hash) {
        return new ArrivalId(db.sql("""
                select id
                  from arrival
                 where mailbox_id = :mailbox
                   and hash = :hash
                """)
                .param("mailbox", mailbox.value())
                .param("hash", hash.bytes())
                .query(Long.class)
                .single());
    }

    Optional<Arrival> tryNext(MailboxId mailbox) {
        return db.sql("""
                update arrival a
                   set tries = a.tries + 1
                  from mailbox m
                 where m.id = a.mailbox_id
                   and a.id = (select id
                                 from arrival
                                where mailbox_id = :mailbox
                                  and state = 'waiting'
                                order by id
                                limit 1
                                  for update skip locked)
                returning a.id, a.mailbox_id, m.trusted, m.queue_id, a.hash, a.size, a.arrived_at, a.state, a.tries,
                          a.reason, a.detail
                """)
                .param("mailbox", mailbox.value())
                .query(ArrivalSql::read)
                .optional();
    }

    Optional<Arrival> takeNext(MailboxId mailbox) {
        return db.sql("""
                select a.id, a.mailbox_id, m.trusted, m.queue_id, a.hash, a.size, a.arrived_at, a.state, a.tries,
                       a.reason, a.detail
                  from arrival a
                  join mailbox m on m.id = a.mailbox_id
                 where a.mailbox_id = :mailbox
                   and a.state = 'waiting'
                 order by a.id
                 limit 1
                   for update of a skip locked
                """)
                .param("mailbox", mailbox.value())
                .query(ArrivalSql::read)
                .optional();
    }

    Optional<Arrival> find(ArrivalId id) {
        return db.sql("""
                select a.id, a.mailbox_id, m.trusted, m.queue_id, a.hash, a.size, a.arrived_at, a.state, a.tries,
                       a.reason, a.detail
                  from arrival a
                  join mailbox m on m.id = a.mailbox_id
                 where a.id = :id
                """).param("id", id.value()).query(ArrivalSql::read).optional();
    }

    List<Arrival> quarantined(long before, int most) {
        return db.sql("""
                select a.id, a.mailbox_id, m.trusted, m.queue_id, a.hash, a.size, a.arrived_at, a.state, a.tries,
                       a.reason, a.detail
                  from arrival a
                  join mailbox m on m.id = a.mailbox_id
                 where a.state = 'quarantined'
                   and a.id < :before
                 order by a.id desc
                 limit :most
                """)
                .param("before", before)
                .param("most", most)
                .query(ArrivalSql::read)
                .list();
    }

    ArrivalCounts counts() {
        return db.sql("""
                select (select count(*) from arrival where state = 'waiting') as waiting,
                       (select count(*) from arrival where state = 'quarantined') as quarantined
                """)
                .query((row, number) -> new ArrivalCounts(row.getLong("waiting"), row.getLong("quarantined")))
                .single();
    }

    void note(ArrivalId id, Arrival.State state, String reason, String detail) {
        db.sql("""
                update arrival
                   set state = :state, reason = :reason, detail = :detail
                 where id = :id
                """)
                .param("id", id.value())
                .param("state", word(state))
                .param("reason", reason)
                .param("detail", detail)
                .update();
    }

    Optional<MailboxId> again(ArrivalId id) {
        return db.sql("""
                update arrival
                   set state = 'waiting', tries = 0, reason = '', detail = ''
                 where id = :id
                   and state = 'quarantined'
                   and reason <> :tooLarge
                returning mailbox_id
                """)
                .param("id", id.value())
                .param("tooLarge", Arrival.TOO_LARGE)
                .query(Long.class)
                .optional()
                .map(MailboxId::new);
    }

    boolean discard(ArrivalId id, String why) {
        return db.sql("""
                update arrival
                   set state = 'discarded', detail = :why
                 where id = :id
                   and state = 'quarantined'
                """).param("id", id.value()).param("why", why).update() == 1;
    }

    private static String word(Arrival.State state) {
        return state.name().toLowerCase(ROOT);
    }

    private static Arrival read(ResultSet row, int number) throws SQLException {
        var queue = row.getLong("queue_id");
        return new Arrival(
                new ArrivalId(row.getLong("id")),
                new MailboxId(row.getLong("mailbox_id")),
                row.getBoolean("trusted"),
                queue == 0 ? null : queue,
                Hash.of(row.getBytes("hash")),
                row.getLong("size"),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                Arrival.State.valueOf(row.getString("state").toUpperCase(ROOT)),
                row.getInt("tries"),
                row.getString("reason"),
                row.getString("detail"));
    }
}
