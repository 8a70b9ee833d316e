package sportello.ticket;

/**
 * A cause of failure as administrators see it.
 *
 * @param valid whether it can still be chosen
 * @param uses how many tickets it explains
 */
public record ListedCause(long id, String name, boolean valid, int version, int uses) {}
