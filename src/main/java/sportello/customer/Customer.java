package sportello.customer;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * An organisation that uses the service ("Cliente").
 *
 * @param code the short name by which the house knows it, as in {@code ROCCALBA}
 * @param owner who deals with its new tickets where neither a rule nor a filter says otherwise
 * @param responsible the same, of who is responsible for them
 * @param version what a correction made on this reading must name
 */
public record Customer(
        CustomerId id,
        String code,
        String name,
        String street,
        String zip,
        String city,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        boolean valid,
        int version) {}
