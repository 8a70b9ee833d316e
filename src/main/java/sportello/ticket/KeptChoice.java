package sportello.ticket;

/**
 * A choice as administrators see it.
 *
 * @param valid whether it can still be chosen
 * @param uses of how many tickets it was said
 */
public record KeptChoice(long id, String name, boolean valid, int version, int uses) {}
