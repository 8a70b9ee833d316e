package sportello.notification;

import org.jspecify.annotations.Nullable;

/**
 * What a rule means for one person.
 *
 * @param whyNot null for whoever is told
 */
record Notice(Rule rule, Person person, @Nullable WhyNot whyNot) {

    boolean isTold() {
        return whyNot == null;
    }
}
