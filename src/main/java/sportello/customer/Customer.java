package sportello.customer;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * An organisation that uses the service ("Cliente").
 *
 * @param code the short name by which the house knows it, as in {@code ROCCALBA}
 * @param responsible who is responsible for its tickets where no routing rule says otherwise
 * @param version what a correction made on this reading must name
 */
public record Customer(
        CustomerId id,
        String code,
        String name,
        String street,
        String zip,
        String city,
        @Nullable AgentId responsible,
        boolean valid,
        int version) {}
