package sportello.queue;

import java.util.List;

/**
 * Where a request would go, and why.
 *
 * @param rules all valid rules in their order; the first that nothing speaks against decides
 */
public record RoutingTrial(Route route, List<Asked> rules) {

    public RoutingTrial {
        rules = List.copyOf(rules);
    }

    /**
     * What a rule says to the request.
     *
     * @param unmet the conditions that do not hold
     * @param closed whether all hold and it leads where whoever asks may not open anything, so that it is passed over
     */
    public record Asked(String name, List<RoutingCondition> unmet, boolean closed) {

        public Asked {
            unmet = List.copyOf(unmet);
        }

        public boolean decides() {
            return unmet.isEmpty() && !closed;
        }
    }

    /** How many rules had to be asked. */
    public int asked() {
        for (var number = 0; number < rules.size(); number++)
            if (rules.get(number).decides()) return number + 1;
        return rules.size();
    }
}
