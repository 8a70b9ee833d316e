package sportello.ticket;

import java.util.List;
import java.util.Optional;

/** One page of a long list, with the ways to its neighbours. */
public record TicketPart(List<TicketRow> rows, Order order, boolean hasPrevious, boolean hasNext) {

    public TicketPart {
        rows = List.copyOf(rows);
    }

    /** After which place the next page begins, if there is one. */
    public Optional<ListPlace> next() {
        return hasNext && !rows.isEmpty() ? Optional.of(order.placeOf(rows.getLast())) : Optional.empty();
    }

    /** Before which place the previous page ends, if there is one. */
    public Optional<ListPlace> previous() {
        return hasPrevious && !rows.isEmpty() ? Optional.of(order.placeOf(rows.getFirst())) : Optional.empty();
    }
}
