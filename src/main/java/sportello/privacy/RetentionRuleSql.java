package sportello.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

@Component
class RetentionRuleSql {
    private final JdbcClient db;

    RetentionRuleSql(JdbcClient db) {
        this.db = db;
    }

    /** That for all queues last. */
    List<RetentionRule> all() {
        return db.sql("""
                select r.id, r.queue_id, coalesce(q.name, '') as name, r.months, r.valid, r.version
                  from retention_rule r
                  left join queue q on q.id = r.queue_id
                 order by q.name nulls last
                """).query(RetentionRuleSql::rule).list();
    }

    /** Empty if the queue has one already. */
    Optional<Long> insert(@Nullable QueueId queue, int months, boolean valid) {
        return db.sql("""
                insert into retention_rule (queue_id, months, valid)
                values (:queue, :months, :valid)
                on conflict do nothing
                returning id
                """)
                .param("queue", queue == null ? null : queue.value())
                .param("months", months)
                .param("valid", valid)
                .query(Long.class)
                .optional();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, int months, boolean valid) {
        return db.sql("""
                update retention_rule
                   set months = :months, valid = :valid, version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("months", months)
                        .param("valid", valid)
                        .param("id", id)
                        .param("seen", seen)
                        .update()
                == 1;
    }

    boolean isQueue(QueueId queue) {
        return db.sql("select exists (select 1 from queue where id = :id)")
                .param("id", queue.value())
                .query(Boolean.class)
                .single();
    }

    private static RetentionRule rule(ResultSet row, int no) throws SQLException {
        var queue = row.getObject("queue_id", Long.class);
        return new RetentionRule(
                row.getLong("id"),
                queue == null ? null : new QueueId(queue),
                row.getString("name"),
                row.getInt("months"),
                row.getBoolean("valid"),
                row.getInt("version"));
    }
}
