package sportello.queue;

import org.jspecify.annotations.Nullable;
import sportello.customer.CustomerId;

/**
 * What routing looks at: a request on its way in. Texts that a channel does not have are empty.
 *
 * @param channel how it came: {@code portal}, {@code email} or {@code phone}
 * @param recipient the address it was sent to
 * @param sender the address of who wrote it
 * @param customer the customer's code
 * @param service for which the customer asks, by its full name
 */
public record Incoming(
        String channel,
        String recipient,
        String sender,
        @Nullable CustomerId customerId,
        String customer,
        String service,
        String subject,
        String body) {}
