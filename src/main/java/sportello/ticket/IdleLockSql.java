package sportello.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;
import sportello.worktime.HoursId;

@Component
class IdleLockSql {
    private static final String IDLE = """
              from ticket t
              join unnest(:queues::bigint[], :ends::text[]::timestamptz[]) as patience (queue_id, ends)
                on patience.queue_id = t.queue_id
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

    /**
     * How long a queue waits.
     *
     * @param hours the working hours that it follows, null for the house's
     */
    record Patience(QueueId queue, Duration time, @Nullable HoursId hours) {}

    /** @param ends whoever did nothing since then left the tickets of the queue idle */
    record Waited(QueueId queue, Instant ends) {}

    /** The queues that do not wait for ever. */
    List<Patience> patience() {
        return db.sql("select id, idle_minutes, hours_id from queue where idle_minutes > 0 order by id")
                .query((row, number) -> {
                    var hours = row.getObject("hours_id", Long.class);
                    return new Patience(
                            new QueueId(row.getLong("id")),
                            Duration.ofMinutes(row.getInt("idle_minutes")),
                            hours == null ? null : new HoursId(hours));
                })
                .list();
    }

    /** The locks that were left the longest ago. */
    List<TicketId> idle(List<Waited> queues, int most) {
        return waited("select t.id " + IDLE + " order by t.locked_at, t.id limit :most", queues)
                .param("most", most)
                .query((row, number) -> new TicketId(row.getLong("id")))
                .list();
    }

    /** Holds the row if it is still so, and no other node has it in hand just now. */
    boolean take(TicketId id, List<Waited> queues) {
        return waited("select t.id " + IDLE + " and t.id = :id for update of t skip locked", queues)
                .param("id", id.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private JdbcClient.StatementSpec waited(String statement, List<Waited> queues) {
        return db.sql(statement)
                .param("queues", queues.stream().map(one -> one.queue().value()).toArray(Long[]::new))
                .param("ends", queues.stream().map(one -> one.ends().toString()).toArray(String[]::new));
    }
}
