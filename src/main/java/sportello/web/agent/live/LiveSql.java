package sportello.web.agent.live;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.queue.QueueId;
import sportello.ticket.TicketId;

/** Calls out in the words of {@link Signal}; every node hears it when the transaction commits. */
@Component
class LiveSql {
    static final String CHANNEL = "sportello_live";

    private final JdbcClient db;

    LiveSql(JdbcClient db) {
        this.db = db;
    }

    /** To the group of the ticket's queue, and of the queue it left. */
    void ticketChanged(TicketId ticket, @Nullable QueueId left) {
        db.sql("""
                select pg_notify(:channel, 'ticket ' || q.group_id || ' ' || t.id)
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

    void presenceChanged(TicketId ticket) {
        db.sql("select pg_notify(:channel, 'presence ' || :ticket)")
                .param("channel", CHANNEL)
                .param("ticket", ticket.value())
                .query((row, number) -> number)
                .list();
    }

    void bellRang(Collection<AgentId> agents) {
        db.sql("select pg_notify(:channel, 'bell ' || agent) from unnest(:agents) as agent")
                .param("channel", CHANNEL)
                .param("agents", agents.stream().map(AgentId::value).toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
    }
}
