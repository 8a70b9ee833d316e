package sportello.notification;

import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;

/**
 * What a rule means for one person.
 *
 * @param whyNot null for whoever is told
 * @param insteadOf the absent one for whom the person is told; null for whomever the rule itself addresses
 */
record Notice(
        Rule rule,
        Person person,
        @Nullable WhyNot whyNot,
        @Nullable Agent insteadOf) {

    boolean isTold() {
        return whyNot == null;
    }
}
