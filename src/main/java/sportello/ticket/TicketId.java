package sportello.ticket;

/** Identifies a ticket inside the house; people use its {@link TicketNumber}. */
public record TicketId(long value) {}
