package sportello.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;
import sportello.ticket.Priority;
import sportello.ticket.Status;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/**
 * A ticket that was found.
 *
 * @param title with what was looked for in it
 * @param text the surroundings of what was found in its newest article that has it
 * @param queue the full name
 */
public record Found(
        TicketId id,
        TicketNumber number,
        Snippet title,
        Snippet text,
        Status state,
        Priority priority,
        String queue,
        @Nullable String customer,
        @Nullable String owner,
        @Nullable Instant pendingUntil,
        Instant createdAt,
        Instant changedAt) {

    ListPlace placeIn(Order order) {
        return order.placeOf(id, priority, createdAt, changedAt);
    }

    /** The queue's name without its ancestors. */
    public String shortQueue() {
        return queue.substring(queue.lastIndexOf(':') + 1);
    }
}
