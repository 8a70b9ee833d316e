package sportello.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * When rules that tell of a ticket once a day have told people of it.
 *
 * @param told the latest moment, by rule and person
 */
record Lately(Instant now, Map<Telling, Instant> told) {
    static final Lately NOTHING = new Lately(Instant.EPOCH, Map.of());

    Lately {
        told = Map.copyOf(told);
    }

    record Telling(long rule, Object person) {}

    /** By the person's own calendar. */
    boolean today(Rule rule, Person person) {
        if (!rule.options().daily()) return false;
        var at = told.get(new Telling(rule.id(), person.key()));
        return at != null && LocalDate.ofInstant(at, person.zone()).equals(LocalDate.ofInstant(now, person.zone()));
    }
}
