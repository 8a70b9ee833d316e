package sportello.queue;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * Where a request goes and into whose hands.
 *
 * @param rule the name of the rule that decided, empty if none did
 * @param ownerOfCustomer whether the owner is the customer's own, whom no rule chose
 * @param responsibleOfCustomer the same, of who is responsible
 * @param priority 1 (very low) to 5 (very high)
 */
public record Route(
        Queue queue,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        int priority,
        String rule,
        boolean ownerOfCustomer,
        boolean responsibleOfCustomer) {

    /** Whether somebody came from the customer. */
    public boolean isForCustomer() {
        return ownerOfCustomer || responsibleOfCustomer;
    }
}
