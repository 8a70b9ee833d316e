package sportello.queue;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;

@Component
class SubscriptionSql {
    private final JdbcClient db;

    SubscriptionSql(JdbcClient db) {
        this.db = db;
    }

    void replace(AgentId agent, Collection<QueueId> queues) {
        db.sql("""
                with left_out as (delete from queue_subscription
                                   where agent_id = :agent and not queue_id = any(:queues))
                insert into queue_subscription (agent_id, queue_id)
                select :agent, id from queue where id = any(:queues)
                    on conflict do nothing
                """)
                .param("agent", agent.value())
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .update();
    }
}
