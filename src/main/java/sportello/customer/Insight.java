package sportello.customer;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;

/** How much agents see of what stands in the tickets of customers and their people, of which this floor knows nothing. */
public interface Insight {
    /**
     * Whether the agent sees every ticket of these customers, and every one that the person asked for.
     *
     * @param person null for somebody new
     */
    boolean isFull(Authority agent, Set<CustomerId> customers, @Nullable CustomerUserId person);
}
