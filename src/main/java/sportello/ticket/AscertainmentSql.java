package sportello.ticket;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

@Component
class AscertainmentSql {
    private final JdbcClient db;

    AscertainmentSql(JdbcClient db) {
        this.db = db;
    }

    void insert(
            TicketId ticket,
            Instant closedAt,
            Choice cause,
            Message text,
            String correctiveAction,
            @Nullable LocalDate dueOn,
            AgentId by,
            Instant now) {
        db.sql("""
                insert into ascertainment (ticket_id, closed_at, cause_id, text, corrective_action, due_on, agent_id, at)
                values (:ticket, :closedAt, :cause, :text, :correctiveAction, :dueOn, :agent, :now)
                """)
                .param("ticket", ticket.value())
                .param("closedAt", Timestamp.from(closedAt))
                .param("cause", cause.id())
                .param("text", text.value())
                .param("correctiveAction", correctiveAction)
                .param("dueOn", dueOn)
                .param("agent", by.value())
                .param("now", Timestamp.from(now))
                .update();
    }
}
