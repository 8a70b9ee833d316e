package sportello.queue;

/**
 * A routing rule as administrators see it.
 *
 * @param valid whether it is asked at all
 * @param version which correction of it this is
 */
public record KeptRoutingRule(long id, RoutingRule rule, boolean valid, int version) {}
