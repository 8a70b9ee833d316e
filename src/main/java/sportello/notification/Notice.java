package sportello.notification;

import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;

/**
 * What a rule means for one person.
 *
 * @param whyNot null for whoever is told, now or when the working hours begin
 * @param insteadOf the absent one for whom the person is told; null for whomever the rule itself addresses
 */
record Notice(
        Rule rule,
        Person person,
        @Nullable WhyNot whyNot,
        @Nullable Agent insteadOf) {

    boolean isTold() {
        return whyNot == null && !rule.held();
    }

    /** Whether it waits for the working hours. */
    boolean isHeld() {
        return whyNot == null && rule.held();
    }
}
