package sportello.notification;

/**
 * A rule as administrators see it.
 *
 * @param letter the name of what it sends
 * @param on whether it tells anybody, in queues that say nothing else
 * @param shipped whether it does so as we deliver it
 */
public record KeptRule(long id, Occasion occasion, Audience audience, String letter, boolean on, boolean shipped) {}
