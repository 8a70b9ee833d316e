package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class IdleLockSql {
    private static final String IDLE = """
              from ticket t
              join queue q on q.id = t.queue_id and q.idle_minutes > 0
             cross join lateral (select :now::timestamptz - q.idle_minutes * interval '1 minute' as ends) patience
             where t.locked_at <= patience.ends
               and t.state_type in ('new', 'open')
               and not exists (select 1
                                 from ticket_history h
                                where h.ticket_id = t.id
                                  and h.agent_id in (t.owner_id, t.responsible_id)
                                  and h.at > patience.ends)
               and not exists (select 1
                                 from draft d
                                where d.ticket_id = t.id
                                  and d.agent_id = t.owner_id
                                  and d.saved_at > patience.ends)
            """;

    private final JdbcClient db;

    IdleLockSql(JdbcClient db) {
        this.db = db;
    }

    /** The locks that were left the longest ago. */
    List<TicketId> idle(Instant now, int most) {
        return db.sql("select t.id " + IDLE + " order by t.locked_at, t.id limit :most")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, number) -> new TicketId(row.getLong("id")))
                .list();
    }

    /** Holds the row if it is still so, and no other node has it in hand just now. */
    boolean take(TicketId id, Instant now) {
        return db.sql("select t.id " + IDLE + " and t.id = :id for update of t skip locked")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .isPresent();
    }
}
