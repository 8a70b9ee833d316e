package sportello.privacy;

import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;

/**
 * How long the words of closed tickets are kept.
 *
 * @param queue whose tickets and those of the queues below it; null for all queues without a rule nearer to them
 * @param name of the queue, empty for all
 * @param months since the ticket was closed
 * @param version which correction of it this is
 */
public record RetentionRule(long id, @Nullable QueueId queue, String name, int months, boolean valid, int version) {

    /** In the book, which has one language. */
    String called() {
        return name.isEmpty() ? "*" : name;
    }
}
