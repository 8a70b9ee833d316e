package sportello.ticket;

/** Another ticket that belongs to one, or could. */
public record Kin(TicketNumber number, String title, Status state, Bond bond) {}
