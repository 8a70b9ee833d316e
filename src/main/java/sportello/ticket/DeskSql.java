package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;

@Component
class DeskSql {
    private final JdbcClient db;

    DeskSql(JdbcClient db) {
        this.db = db;
    }

    List<QueueCount> queues(AgentViewer viewer) {
        return db.sql("""
                select q.id, q.name,
                       exists (select 1 from queue_subscription s where s.queue_id = q.id and s.agent_id = :me) as subscribed,
                       count(*) filter (where t.state_type = 'new' and t.owner_id = :me) as new_mine,
                       count(*) filter (where t.state_type = 'new' and t.responsible_id = :me) as new_responsible,
                       count(*) filter (where t.state_type = 'new') as new_all,
                       count(*) filter (where t.state_type = 'open' and t.owner_id = :me) as open_mine,
                       count(*) filter (where t.state_type = 'open' and t.responsible_id = :me) as open_responsible,
                       count(*) filter (where t.state_type = 'open') as open_all,
                       count(*) filter (where t.state_type = 'pending_reminder') as reminders,
                       count(*) filter (where t.state_type = 'pending_auto') as autos,
                       count(t.id) as total
                  from queue q
                  left join ticket t on t.queue_id = q.id
                                    and t.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')
                 where q.valid
                   and q.group_id = any(:sightGroups)
                 group by q.id, q.name
                 order by lower(q.name), q.id
                """)
                .params(Sight.of(viewer).parameters())
                .param("me", viewer.id().value())
                .query(DeskSql::queue)
                .list();
    }

    List<DayCount> days(LocalDate from, LocalDate to, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                with day as (select d::date as day, d::date::timestamp at time zone :zone as since,
                                    (d::date + 1)::timestamp at time zone :zone as until
                               from generate_series(:from::date, :to::date, interval '1 day') d)
                select day,
                       (select count(*) from ticket t
                         where t.created_at >= since and t.created_at < until and %1$s) as created,
                       (select count(*) from ticket t
                         where t.closed_at >= since and t.closed_at < until and %1$s) as closed
                  from day
                 order by day
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("zone", viewer.zone().getId())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new DayCount(
                        row.getObject("day", LocalDate.class), row.getInt("created"), row.getInt("closed")))
                .list();
    }

    private static QueueCount queue(ResultSet row, int number) throws SQLException {
        return new QueueCount(
                new QueueId(row.getLong("id")),
                row.getString("name"),
                row.getBoolean("subscribed"),
                count(row, "new"),
                count(row, "open"),
                row.getInt("reminders"),
                row.getInt("autos"),
                row.getInt("total"));
    }

    private static QueueCount.Count count(ResultSet row, String kind) throws SQLException {
        return new QueueCount.Count(
                row.getInt(kind + "_mine"), row.getInt(kind + "_responsible"), row.getInt(kind + "_all"));
    }
}
