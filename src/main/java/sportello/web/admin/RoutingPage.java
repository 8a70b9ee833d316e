package sportello.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.queue.KeptRoutingRule;
import sportello.queue.Queue;
import sportello.queue.QueueId;

/** The rules in the order in which they are asked. */
public record RoutingPage(List<KeptRoutingRule> rules, Map<QueueId, String> queues, Map<AgentId, String> agents) {

    static RoutingPage of(List<KeptRoutingRule> rules, List<Queue> queues, List<Agent> agents) {
        var named = new HashMap<QueueId, String>();
        queues.forEach(queue -> named.put(queue.id(), queue.name()));
        var people = new HashMap<AgentId, String>();
        agents.forEach(agent -> people.put(agent.id(), agent.name()));
        return new RoutingPage(rules, Map.copyOf(named), Map.copyOf(people));
    }

    /** Empty if it is not valid any more. */
    public String queue(@Nullable QueueId id) {
        return id == null ? "" : queues.getOrDefault(id, "");
    }

    /** Empty if that is nobody, or nobody who still works here. */
    public String agent(@Nullable AgentId id) {
        return id == null ? "" : agents.getOrDefault(id, "");
    }
}
