package sportello.ticket;

import sportello.agent.GroupId;
import sportello.queue.QueueId;

/**
 * How many active tickets wait in a queue.
 *
 * @param name the full name with its ancestors
 * @param subscribed whether it is among the agent's own queues ("le mie code")
 * @param total all active ones, those waiting for their automatic closing too
 */
public record QueueCount(
        QueueId id,
        GroupId group,
        String name,
        boolean subscribed,
        Count fresh,
        Count open,
        int reminders,
        int autos,
        int total) {

    /** Of one kind of ticket: the agent's, those the agent is responsible for, and all. */
    public record Count(int mine, int responsible, int all) {}

    /** The name without its ancestors. */
    public String shortName() {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** How many ancestors it has. */
    public int depth() {
        return name.split("::", -1).length - 1;
    }

    /** How many tickets of the stage it holds; closed ones are not counted. */
    public int of(Stage stage) {
        return switch (stage) {
            case ACTIVE -> total;
            case NEW -> fresh.all();
            case OPEN -> open.all();
            case REMINDER -> reminders;
            case AUTO -> autos;
            case CLOSED, ARCHIVED -> 0;
        };
    }
}
