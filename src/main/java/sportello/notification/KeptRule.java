package sportello.notification;

import java.util.Set;

/**
 * A rule as administrators see it.
 *
 * @param letter the name of what it sends
 * @param on whether it tells anybody, in queues that say nothing else
 * @param shipped whether it does so as we deliver it
 * @param leastPriority from which on a ticket concerns it, 1 for all
 * @param types of the tickets that concern it, empty for all
 * @param services for which they are, with those below them, empty for all
 */
public record KeptRule(
        long id,
        Occasion occasion,
        Audience audience,
        String letter,
        boolean on,
        boolean shipped,
        int leastPriority,
        Set<Long> types,
        Set<Long> services) {

    public KeptRule {
        types = Set.copyOf(types);
        services = Set.copyOf(services);
    }
}
