package sportello.notification;

import java.util.Set;
import sportello.agent.AgentId;

/** Published in the transaction in which agents were told something, or read what they had been told. */
public record BellRang(Set<AgentId> agents) {

    public BellRang {
        agents = Set.copyOf(agents);
    }
}
