package sportello.search;

import java.util.List;
import java.util.Optional;
import sportello.ticket.ListPlace;
import sportello.ticket.Order;

/**
 * One page of what was found.
 *
 * @param order in which they stand
 * @param sortable whether they are few enough to stand in any other
 * @param count how many there are in all, counted as far as {@link #COUNTED}
 */
public record Findings(List<Found> rows, Order order, boolean sortable, boolean more, int count) {

    /** Nobody reads more; who wants to know narrows the search. */
    public static final int COUNTED = 1_000;

    public Findings {
        rows = List.copyOf(rows);
    }

    /** Whether there are more than were counted. */
    public boolean isUncounted() {
        return count > COUNTED;
    }

    /** Where the next page goes on. */
    public Optional<ListPlace> next() {
        return more ? Optional.of(rows.getLast().placeIn(order)) : Optional.empty();
    }
}
