package sportello.agent;

import java.util.Map;
import java.util.Set;

/**
 * An agent as administrators see it.
 *
 * @param grants the keys held by the agent's own right, group by group
 * @param roles whose keys the agent holds too, invalid ones among them
 * @param version which correction of it this is
 */
public record KeptAgent(Agent agent, Map<GroupId, Set<Permission>> grants, Set<RoleId> roles, int version) {

    public KeptAgent {
        grants = Map.copyOf(grants);
        roles = Set.copyOf(roles);
    }

    public AgentDetails details() {
        return new AgentDetails(
                agent.login(),
                agent.firstName(),
                agent.lastName(),
                agent.email(),
                agent.language(),
                agent.administrator(),
                agent.supplier(),
                agent.valid(),
                grants,
                roles);
    }
}
