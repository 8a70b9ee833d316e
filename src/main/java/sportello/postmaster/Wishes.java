package sportello.postmaster;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.Queue;
import sportello.ticket.State;

/**
 * What filters and trusted headers want of a mail; null where they want nothing.
 *
 * @param priority 1 (very low) to 5 (very high)
 * @param state one of those in which a ticket may begin
 */
record Wishes(
        @Nullable Queue queue,
        @Nullable Integer priority,
        @Nullable State state,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable String title,
        boolean ignored,
        boolean silent) {

    static final Wishes NONE = new Wishes(null, null, null, null, null, null, false, false);

    Wishes queue(Queue wanted) {
        return new Wishes(wanted, priority, state, owner, responsible, title, ignored, silent);
    }

    Wishes priority(int wanted) {
        return new Wishes(queue, wanted, state, owner, responsible, title, ignored, silent);
    }

    Wishes state(State wanted) {
        return new Wishes(queue, priority, wanted, owner, responsible, title, ignored, silent);
    }

    Wishes owner(AgentId wanted) {
        return new Wishes(queue, priority, state, wanted, responsible, title, ignored, silent);
    }

    Wishes responsible(AgentId wanted) {
        return new Wishes(queue, priority, state, owner, wanted, title, ignored, silent);
    }

    Wishes title(String wanted) {
        return new Wishes(queue, priority, state, owner, responsible, wanted, ignored, silent);
    }

    /** The mail becomes nothing. */
    Wishes ignore() {
        return new Wishes(queue, priority, state, owner, responsible, title, true, silent);
    }

    /** Nobody is answered automatically. */
    Wishes silence() {
        return new Wishes(queue, priority, state, owner, responsible, title, ignored, true);
    }
}
