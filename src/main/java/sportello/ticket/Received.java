package sportello.ticket;

/** Where a mail that came in has its place now. */
public record Received(TicketId ticket, ArticleId article) {}
