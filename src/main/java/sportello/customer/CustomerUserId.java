package sportello.customer;

/** Identifies a customer user, the person. */
public record CustomerUserId(long value) {}
