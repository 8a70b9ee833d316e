package sportello.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketNumber;

@Component
class InboxSql {
    private final JdbcClient db;

    InboxSql(JdbcClient db) {
        this.db = db;
    }

    int unread(AgentViewer viewer) {
        return db.sql("""
                select count(*)
                  from (select 1
                          from notification n
                          join ticket t on t.id = n.ticket_id
                          join queue q on q.id = t.queue_id
                         where n.agent_id = :agent
                           and n.letter_id is not null
                           and n.read_at is null
                           and q.group_id = any(:groups)
                         limit 100) unread
                """)
                .param("agent", viewer.id().value())
                .param("groups", groupsOf(viewer))
                .query(Integer.class)
                .single();
    }

    List<InboxLine> latest(AgentViewer viewer) {
        return db.sql("""
                select n.id, t.number, t.title, coalesce(r.event, n.event) as event, n.created_at, n.read_at is not null as read,
                       coalesce(a.first_name || ' ' || a.last_name, u.first_name || ' ' || u.last_name) as actor,
                       o.first_name || ' ' || o.last_name as instead_of
                  from notification n
                  left join notification_rule r on r.id = n.rule_id
                  join ticket_history h on h.id = n.history_id
                  join ticket t on t.id = n.ticket_id
                  join queue q on q.id = t.queue_id
                  left join agent a on a.id = h.agent_id
                  left join customer_user u on u.id = h.customer_user_id
                  left join agent o on o.id = n.instead_of_id
                 where n.agent_id = :agent
                   and n.letter_id is not null
                   and q.group_id = any(:groups)
                 order by n.id desc
                 limit 50
                """)
                .param("agent", viewer.id().value())
                .param("groups", groupsOf(viewer))
                .query(InboxSql::line)
                .list();
    }

    int read(NotificationId id, AgentId agent, Instant now) {
        return db.sql("update notification set read_at = :now where id = :id and agent_id = :agent and read_at is null")
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .param("agent", agent.value())
                .update();
    }

    int readAbout(TicketNumber ticket, AgentId agent, Instant now) {
        return db.sql("""
                update notification n
                   set read_at = :now
                  from ticket t
                 where t.id = n.ticket_id
                   and t.number = :ticket
                   and n.agent_id = :agent
                   and n.letter_id is not null
                   and n.read_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("ticket", ticket.value())
                .param("agent", agent.value())
                .update();
    }

    int readAll(AgentId agent, Instant now) {
        return db.sql("""
                update notification
                   set read_at = :now
                 where agent_id = :agent
                   and letter_id is not null
                   and read_at is null
                """)
                .param("now", Timestamp.from(now))
                .param("agent", agent.value())
                .update();
    }

    private static Long[] groupsOf(AgentViewer viewer) {
        return viewer.grants().groupsFor(Permission.RO).stream()
                .map(GroupId::value)
                .toArray(Long[]::new);
    }

    private static InboxLine line(ResultSet row, int number) throws SQLException {
        return new InboxLine(
                new NotificationId(row.getLong("id")),
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                Occasion.of(row.getString("event")),
                row.getString("actor"),
                row.getString("instead_of"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("read"));
    }
}
