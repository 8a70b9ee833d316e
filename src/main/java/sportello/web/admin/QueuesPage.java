package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.queue.KeptQueue;

/** The queues in the order of the tree, and who is in charge of what comes. */
public record QueuesPage(List<KeptQueue> queues, Map<AgentId, String> names) {

    static QueuesPage of(List<KeptQueue> queues, List<Agent> agents) {
        return new QueuesPage(queues, agents.stream().collect(Collectors.toMap(Agent::id, Agent::name)));
    }

    /** Empty for nobody. */
    public String name(@Nullable AgentId agent) {
        return agent == null ? "" : Objects.requireNonNullElse(names.get(agent), "");
    }

    /** For the messages. */
    public String key(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
