package sportello.ticket;

/** A file of a request's conversation, by which it can be asked for. */
public record RequestFile(long id, String name, long size) {}
