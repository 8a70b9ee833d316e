package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewer.CustomerViewer;

/** People on whose behalf the house works while they are not at the door, with the rights that they have now. */
@Component
public class Viewers {
    private final Agents agents;
    private final Customers customers;

    Viewers(Agents agents, Customers customers) {
        this.agents = agents;
        this.customers = customers;
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

    /** The customer user, who may have left: for what is told of the person. */
    public Optional<CustomerViewer> customerUser(CustomerUserId id) {
        return customers
                .find(id)
                .map(user -> new CustomerViewer(
                        user.id(),
                        user.firstName(),
                        user.lastName(),
                        user.language(),
                        user.zone(),
                        "system",
                        user.customer(),
                        customers.of(id),
                        user.confirmed()));
    }
}
