package sportello.web.agent.live;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;
import sportello.ticket.TicketId;

@Component
class LiveSql {
    static final String CHANNEL = "sportello_live";

    private final JdbcClient db;

    LiveSql(JdbcClient db) {
        this.db = db;
    }

    /** Heard when the transaction commits, by every node: the group of the ticket's queue, and of the queue it left. */
    void callOut(TicketId ticket, @Nullable QueueId left) {
        db.sql("""
                select pg_notify(:channel, q.group_id::text)
                  from ticket t
                  join queue q on q.id in (t.queue_id, :left)
                 where t.id = :ticket
                """)
                .param("channel", CHANNEL)
                .param("ticket", ticket.value())
                .param("left", left == null ? null : left.value(), java.sql.Types.BIGINT)
                .query((row, number) -> number)
                .list();
    }
}
