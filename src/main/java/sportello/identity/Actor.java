package sportello.identity;

import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;

/** Who did something: a person, or the house itself. */
public sealed interface Actor {

    record ByAgent(AgentId id) implements Actor {}

    record ByCustomerUser(CustomerUserId id) implements Actor {}

    record BySystem() implements Actor {}

    Actor SYSTEM = new BySystem();
}
