package sportello.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.ticket.Sight;
import sportello.ticket.State;

@Component
class FiguresSql {
    private final JdbcClient db;

    FiguresSql(JdbcClient db) {
        this.db = db;
    }

    List<QueueFigures> byQueue(Instant since, Instant until, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                with counted as (select t.queue_id, count(*) as created, 0 as solved, 0 as failed, 0 as active
                                   from ticket t
                                  where t.created_at >= :since
                                    and t.created_at < :until
                                    and %1$s
                                  group by t.queue_id
                                  union all
                                 select t.queue_id, 0, count(*) filter (where t.state_id = :solved),
                                        count(*) filter (where t.state_id = :failed), 0
                                   from ticket t
                                  where t.closed_at >= :since
                                    and t.closed_at < :until
                                    and %1$s
                                  group by t.queue_id
                                  union all
                                 select t.queue_id, 0, 0, 0, count(*)
                                   from ticket t
                                  where t.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')
                                    and %1$s
                                  group by t.queue_id)
                select q.id, q.name,
                       coalesce(sum(c.created), 0) as created, coalesce(sum(c.solved), 0) as solved,
                       coalesce(sum(c.failed), 0) as failed, coalesce(sum(c.active), 0) as active
                  from queue q
                  left join counted c on c.queue_id = q.id
                 where q.group_id = any(:sightGroups)
                 group by q.id, q.name, q.valid
                having q.valid or count(c.queue_id) > 0
                 order by lower(q.name), q.id
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until))
                .param("solved", State.CLOSED_SUCCESSFUL.id())
                .param("failed", State.CLOSED_UNSUCCESSFUL.id())
                .query(FiguresSql::figures)
                .list();
    }

    private static QueueFigures figures(ResultSet row, int number) throws SQLException {
        return new QueueFigures(
                new QueueId(row.getLong("id")),
                row.getString("name"),
                row.getInt("created"),
                row.getInt("solved"),
                row.getInt("failed"),
                row.getInt("active"));
    }
}
