package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;

/**
 * Which tickets a list shows.
 *
 * @param queue only those of this queue, null for all queues
 * @param view only those of this fixed view, null for all
 */
public record TicketFilter(
        Whose whose,
        Stage stage,
        @Nullable QueueId queue,
        @Nullable FixedView view,
        Narrowing narrowing) {

    public TicketFilter {
        if (view != null && view.isOver()) stage = Stage.CLOSED;
    }

    /** The tickets of a tab, a stage and a queue, with nothing left out. */
    public TicketFilter(Whose whose, Stage stage, @Nullable QueueId queue) {
        this(whose, stage, queue, null, Narrowing.NONE);
    }

    public TicketFilter of(Whose tab) {
        return new TicketFilter(tab, stage, queue, view, narrowing);
    }

    public TicketFilter in(Stage other) {
        return new TicketFilter(whose, other, queue, view, narrowing);
    }

    public TicketFilter in(@Nullable QueueId other) {
        return new TicketFilter(whose, stage, other, view, narrowing);
    }

    public TicketFilter with(Narrowing other) {
        return new TicketFilter(whose, stage, queue, view, other);
    }

    /** Whether its tickets are found by a person, an organisation or a view rather than by their queue. */
    boolean isNarrow() {
        return whose.isPersonal() || view != null || narrowing.isNarrow();
    }
}
