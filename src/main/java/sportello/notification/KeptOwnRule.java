package sportello.notification;

/**
 * A rule of the house's own as administrators see it.
 *
 * @param version which correction of it this is
 */
public record KeptOwnRule(long id, OwnRule rule, boolean valid, int version) {}
