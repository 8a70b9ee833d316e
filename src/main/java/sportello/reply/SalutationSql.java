package sportello.reply;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

@Component
class SalutationSql {
    private final JdbcClient db;

    SalutationSql(JdbcClient db) {
        this.db = db;
    }

    Optional<String> of(QueueId queue) {
        return db.sql("""
                select body
                  from salutation
                 where queue_id = :queue or queue_id is null
                 order by queue_id nulls last
                 limit 1
                """).param("queue", queue.value()).query(String.class).optional();
    }
}
