package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.GroupId;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;

@Component
class DeskSql {
    private final JdbcClient db;

    DeskSql(JdbcClient db) {
        this.db = db;
    }

    /** Each of the three counts reads an index of its own, and no ticket. */
    List<QueueCount> queues(AgentViewer viewer) {
        return db.sql("""
                select q.id, q.group_id, q.name,
                       exists (select 1 from queue_subscription s where s.queue_id = q.id and s.agent_id = :me) as subscribed,
                       coalesce(sum(c.mine) filter (where c.state_type = 'new'), 0) as new_mine,
                       coalesce(sum(c.responsible) filter (where c.state_type = 'new'), 0) as new_responsible,
                       coalesce(sum(c.tickets) filter (where c.state_type = 'new'), 0) as new_all,
                       coalesce(sum(c.mine) filter (where c.state_type = 'open'), 0) as open_mine,
                       coalesce(sum(c.responsible) filter (where c.state_type = 'open'), 0) as open_responsible,
                       coalesce(sum(c.tickets) filter (where c.state_type = 'open'), 0) as open_all,
                       coalesce(sum(c.tickets) filter (where c.state_type = 'pending_reminder'), 0) as reminders,
                       coalesce(sum(c.tickets) filter (where c.state_type = 'pending_auto'), 0) as autos,
                       coalesce(sum(c.tickets), 0) as total
                  from queue q
                  left join lateral (select t.state_type, count(*) as tickets, 0 as mine, 0 as responsible
                                       from ticket t
                                      where t.queue_id = q.id and %1$s
                                      group by t.state_type
                                      union all
                                     select t.state_type, 0, count(*), 0
                                       from ticket t
                                      where t.queue_id = q.id and t.owner_id = :me and %1$s
                                      group by t.state_type
                                      union all
                                     select t.state_type, 0, 0, count(*)
                                       from ticket t
                                      where t.queue_id = q.id and t.responsible_id = :me and %1$s
                                      group by t.state_type) c on true
                 where q.valid
                   and q.group_id = any(:sightGroups)
                 group by q.id, q.name
                 order by lower(q.name), q.id
                """.formatted(Stage.ACTIVE.condition()))
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
                new GroupId(row.getLong("group_id")),
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
