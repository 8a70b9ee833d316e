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

    /** @param left the queue that the ticket left, if it left one */
    record Change(TicketId ticket, @Nullable QueueId left) {}

    /** To the groups of the tickets' queues, and of the queues they left. */
    void ticketsChanged(Collection<Change> changes) {
        db.sql("""
                select pg_notify(:channel, 'ticket ' || q.group_id || ' ' || t.id)
                  from unnest(:tickets, :left) as changed (ticket, former)
                  join ticket t on t.id = changed.ticket
                  join queue q on q.id in (t.queue_id, changed.former)
                """)
                .param("channel", CHANNEL)
                .param(
                        "tickets",
                        changes.stream().map(change -> change.ticket().value()).toArray(Long[]::new))
                .param("left", changes.stream().map(LiveSql::left).toArray(Long[]::new))
                .query((row, number) -> number)
                .list();
    }

    private static @Nullable Long left(Change change) {
        return change.left() == null ? null : change.left().value();
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
