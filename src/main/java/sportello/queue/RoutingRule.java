package sportello.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * One line of the ordered list: if all conditions hold, the request goes this way. What it leaves open others decide.
 *
 * @param queue the raw queue if null
 * @param priority 1 (very low) to 5 (very high), normal if null
 */
public record RoutingRule(
        String name,
        List<RoutingCondition> conditions,
        @Nullable QueueId queue,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable Integer priority) {

    public RoutingRule {
        conditions = List.copyOf(conditions);
    }

    boolean matches(Incoming request) {
        return unmet(request).isEmpty();
    }

    /** The conditions that do not hold. */
    List<RoutingCondition> unmet(Incoming request) {
        return conditions.stream()
                .filter(condition -> !condition.holds(request))
                .toList();
    }
}
