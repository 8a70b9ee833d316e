package sportello.ticket;

/** How many requests are under way. */
public record RequestCounts(long mine, long ours) {}
