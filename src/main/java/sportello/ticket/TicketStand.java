package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands at a moment, as people read it; null for what it has not.
 *
 * @param priority 1 (very low) to 5 (very high)
 * @param locked whether its owner has it in hand
 */
public record TicketStand(
        Status state,
        String queue,
        @Nullable String owner,
        @Nullable String responsible,
        int priority,
        @Nullable String type,
        @Nullable String service,
        boolean locked) {}
