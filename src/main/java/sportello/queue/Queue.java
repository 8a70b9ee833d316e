package sportello.queue;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;

/**
 * A collection of requests by preset criteria ("Coda").
 *
 * @param name the full name with its ancestors, {@code Padre::Figlia}
 * @param reserved whether its group is: customers see of it no more than their rights say
 * @param raw whether requests that match no rule land here; true for exactly one queue
 */
public record Queue(
        QueueId id,
        String name,
        @Nullable QueueId parent,
        GroupId group,
        @Nullable AgentId defaultOwner,
        @Nullable AgentId defaultResponsible,
        boolean reserved,
        boolean raw,
        boolean valid) {

    /** The name without its ancestors. */
    public String shortName() {
        return name.substring(name.lastIndexOf("::") < 0 ? 0 : name.lastIndexOf("::") + 2);
    }

    /** How many ancestors it has. */
    public int depth() {
        return name.split("::", -1).length - 1;
    }
}
