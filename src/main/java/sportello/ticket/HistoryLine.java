package sportello.ticket;

import java.time.Instant;

/** One line of a ticket's history. */
public record HistoryLine(HistoryId id, int no, Instant at, TicketEvent event) {}
