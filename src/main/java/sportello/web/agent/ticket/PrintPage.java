package sportello.web.agent.ticket;

import sportello.ticket.TicketFile;

/** A ticket too long to be printed while somebody waits. */
public record PrintPage(TicketFile ticket, boolean internal, int articles) {}
