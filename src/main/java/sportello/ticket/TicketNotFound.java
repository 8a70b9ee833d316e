package sportello.ticket;

/** There is no such ticket, or none that the viewer may know of; the two look alike. */
public class TicketNotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    TicketNotFound(TicketNumber number) {
        super("no ticket " + number + " for this viewer");
    }
}
