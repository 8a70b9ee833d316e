package sportello.ticket;

/**
 * Published in the transaction of the change. Listeners only write rows; what must leave the database becomes a job.
 *
 * @param line the history line that holds the event
 */
public record TicketHappened(HistoryId line, TicketEvent event) {}
