package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

@Component
class WatchSql {
    private final JdbcClient db;

    WatchSql(JdbcClient db) {
        this.db = db;
    }

    /** Whether that was news. */
    boolean insert(TicketId ticket, AgentId agent, Instant now) {
        return db.sql("""
                insert into ticket_watch (agent_id, ticket_id, since)
                values (:agent, :ticket, :now)
                    on conflict do nothing
                """)
                        .param("agent", agent.value())
                        .param("ticket", ticket.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether that was news. */
    boolean delete(TicketId ticket, AgentId agent) {
        return db.sql("delete from ticket_watch where agent_id = :agent and ticket_id = :ticket")
                        .param("agent", agent.value())
                        .param("ticket", ticket.value())
                        .update()
                == 1;
    }

    /** Who watches the one watches the other too. */
    void copy(TicketId from, TicketId to, Instant now) {
        db.sql("""
                insert into ticket_watch (agent_id, ticket_id, since)
                select agent_id, :to, :now
                  from ticket_watch
                 where ticket_id = :from
                    on conflict do nothing
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
