package sportello.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Priority;
import sportello.ticket.Sight;
import sportello.ticket.Status;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

@Component
class ExportSql {
    private final JdbcClient db;

    ExportSql(JdbcClient db) {
        this.db = db;
    }

    /** Asks once more what the viewer may see: an export takes its time. */
    List<ExportedTicket> tickets(List<TicketId> ids, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.id, t.number, t.title, q.name as queue, t.state_id, t.own_state_id, t.priority,
                       o.first_name || ' ' || o.last_name as owner, r.first_name || ' ' || r.last_name as responsible,
                       c.name as customer, t.customer_id, t.customer_user_id, u.first_name || ' ' || u.last_name as customer_user,
                       t.created_at, t.changed_at, t.closed_at
                  from ticket t
                  join queue q on q.id = t.queue_id
                  left join agent o on o.id = t.owner_id
                  left join agent r on r.id = t.responsible_id
                  left join customer c on c.id = t.customer_id
                  left join customer_user u on u.id = t.customer_user_id
                 where t.id = any(:ids)
                   and %s
                 order by t.created_at desc, t.id desc
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("ids", ids.stream().map(TicketId::value).toArray(Long[]::new))
                .query(ExportSql::ticket)
                .list();
    }

    private static ExportedTicket ticket(ResultSet row, int number) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new ExportedTicket(
                new TicketId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                row.getString("queue"),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Priority.of(row.getInt("priority")),
                row.getString("owner"),
                row.getString("responsible"),
                row.getString("customer"),
                row.getString("customer_user"),
                row.getObject("customer_id", Long.class),
                row.getObject("customer_user_id", Long.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                Map.of());
    }
}
