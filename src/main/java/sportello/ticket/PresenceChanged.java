package sportello.ticket;

/** Published in the transaction in which somebody came to a ticket's page, left it, or began or ceased to write there. */
public record PresenceChanged(TicketId ticket) {}
