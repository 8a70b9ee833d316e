package sportello.search;

import java.util.List;
import sportello.ticket.TicketId;

/**
 * Tickets that were found, newest first.
 *
 * @param cut whether there would have been more
 */
public record Selection(List<TicketId> tickets, boolean cut) {

    public Selection {
        tickets = List.copyOf(tickets);
    }
}
