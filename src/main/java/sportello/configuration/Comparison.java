package sportello.configuration;

import java.util.List;

/**
 * A version beside what the house is now.
 *
 * @param plan what going back would do
 * @param since what the version does not know, and what going back leaves as it is
 */
public record Comparison(Plan plan, List<Thing> since) {
    public Comparison {
        since = List.copyOf(since);
    }
}
