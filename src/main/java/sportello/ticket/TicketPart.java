package sportello.ticket;

import java.util.List;
import java.util.Optional;

/** One page of a long list, with the ways to its neighbours. */
public record TicketPart(List<TicketRow> rows, boolean hasNewer, boolean hasOlder) {

    public TicketPart {
        rows = List.copyOf(rows);
    }

    /** After which place the next page begins, if there is one. */
    public Optional<ListPlace> older() {
        return hasOlder ? Optional.of(rows.getLast().place()) : Optional.empty();
    }

    /** Before which place the previous page ends, if there is one. */
    public Optional<ListPlace> newer() {
        return hasNewer && !rows.isEmpty() ? Optional.of(rows.getFirst().place()) : Optional.empty();
    }
}
