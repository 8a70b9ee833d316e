package sportello.bulk;

import sportello.base.Refusal;
import sportello.ticket.TicketNumber;

/** A ticket to which the work was not done, and why. */
public record RefusedTicket(TicketNumber number, Refusal why) {}
