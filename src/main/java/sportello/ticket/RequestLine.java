package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request in a customer's list.
 *
 * @param called the desk's state, for which the house may have words of its own for customers
 * @param inHand who is working on it just now, if anybody is
 * @param lastWordAt when the last word that the customer can read was written
 * @param closedAt null as long as it is under way
 */
public record RequestLine(
        TicketNumber number,
        String title,
        RequestState state,
        Status called,
        @Nullable InHand inHand,
        String askedBy,
        String customer,
        Instant openedAt,
        Instant lastWordAt,
        @Nullable Instant closedAt) {}
