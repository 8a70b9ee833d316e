package sportello.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/** One line of the ordered list: if all conditions hold, the request goes this way. What it leaves open others decide. */
record RoutingRule(
        String name,
        List<RoutingCondition> conditions,
        @Nullable QueueId queue,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable Integer priority) {

    RoutingRule {
        conditions = List.copyOf(conditions);
    }

    boolean matches(Incoming request) {
        return conditions.stream().allMatch(condition -> condition.holds(request));
    }
}
