package sportello.ticket;

/** Why a request could not be satisfied: one of the house's list. */
public record FailureCause(long id, String name) {}
