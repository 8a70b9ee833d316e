package sportello.ticket;

import java.util.List;

/**
 * What a short list holds.
 *
 * @param total how many there are in all, zero where the list is counted elsewhere
 * @param more whether there are more than the rows
 */
public record DeskRows(List<TicketRow> rows, int total, boolean more) {
    static final DeskRows NONE = new DeskRows(List.of(), 0, false);

    public DeskRows {
        rows = List.copyOf(rows);
    }
}
