package sportello.ticket;

/** What kind of request a ticket is: one of the house's list. */
public record TicketType(long id, String name) {}
