package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.identity.Viewer.AgentViewer;

/** People on whose behalf the house works while they are not at the door, with the rights that they have now. */
@Component
public class Viewers {
    private final Agents agents;

    Viewers(Agents agents) {
        this.agents = agents;
    }

    /** The agent, unless the person has left. */
    public Optional<AgentViewer> agent(AgentId id) {
        return agents.find(id)
                .filter(Agent::valid)
                .map(agent -> new AgentViewer(
                        agent.id(),
                        agent.firstName(),
                        agent.lastName(),
                        agent.language(),
                        agent.zone(),
                        "system",
                        agent.administrator(),
                        agent.supplier(),
                        agents.grantsOf(id)));
    }
}
