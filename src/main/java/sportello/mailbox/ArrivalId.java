package sportello.mailbox;

/** Identifies an arrival; a later one has a greater number. */
public record ArrivalId(long value) {}
