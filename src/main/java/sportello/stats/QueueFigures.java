package sportello.stats;

import sportello.queue.QueueId;

/**
 * What happened in a queue in a span of days.
 *
 * @param name the full name with its ancestors
 * @param created tickets that were opened in the span and are in the queue now
 * @param solved tickets that were closed with success in the span and are closed still
 * @param failed the same without success
 * @param active tickets that are not over now, whenever they were opened
 */
public record QueueFigures(QueueId queue, String name, int created, int solved, int failed, int active) {

    /** How many ancestors it has. */
    public int depth() {
        return name.split("::", -1).length - 1;
    }

    /** The name without its ancestors. */
    public String shortName() {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
