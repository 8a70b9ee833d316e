package sportello.customer;

/** Identifies a customer, the organisation. */
public record CustomerId(long value) {}
