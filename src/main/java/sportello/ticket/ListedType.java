package sportello.ticket;

/**
 * A type of tickets as administrators see it.
 *
 * @param valid whether it can still be chosen
 * @param uses how many tickets are of it
 */
public record ListedType(long id, String name, boolean valid, int version, int uses) {}
