package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;

/**
 * Which tickets a list shows.
 *
 * @param queue only those of this queue, null for all queues
 */
public record TicketFilter(
        Whose whose, Stage stage, @Nullable QueueId queue) {}
