package sportello.notification;

import java.util.List;
import java.util.Set;

/**
 * What an agent chose not to be told.
 *
 * @param rules those of the house's own that can tell the agent something and leave it to the agent
 */
public record Silences(Set<Chapter> chapters, List<OfRule> rules) {

    public Silences {
        chapters = Set.copyOf(chapters);
        rules = List.copyOf(rules);
    }

    /** @param silent whether the agent wants nothing of it */
    public record OfRule(long id, String name, List<Occasion> occasions, boolean silent) {

        public OfRule {
            occasions = List.copyOf(occasions);
        }
    }
}
