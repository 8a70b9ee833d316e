package sportello.demo.story;

import java.util.Map;
import java.util.Set;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.field.FieldName;
import sportello.queue.Queue;
import sportello.queue.QueueId;

/**
 * Under which ids the database knows the people, queues, services and fields of the demo.
 *
 * @param able by queue, who may work there
 */
public record Roll(
        Named<AgentId> agents,
        Named<Queue> queues,
        Named<Long> services,
        Named<FieldName> fields,
        Map<QueueId, Set<AgentId>> able,
        Named<CustomerId> customers,
        Named<CustomerUserId> customerUsers) {

    public Roll {
        able = Map.copyOf(able);
    }

    boolean canWork(AgentId agent, Queue queue) {
        return able.getOrDefault(queue.id(), Set.of()).contains(agent);
    }
}
