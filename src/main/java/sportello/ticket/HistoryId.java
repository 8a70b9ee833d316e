package sportello.ticket;

/** Identifies one line of the history: the event that everything caused by it refers to. */
public record HistoryId(long value) {}
