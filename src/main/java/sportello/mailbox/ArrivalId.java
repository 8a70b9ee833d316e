package sportello.mailbox;

/** Identifies a mail that came in. */
public record ArrivalId(long value) {}
