package sportello.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.identity.Actor;
import sportello.mail.Recipient;

/** Decides who is told and who is not: each person at most once, by the first rule that can. */
final class Decision {
    private final People people;
    private final Actor by;
    private final Set<Actor> told = new HashSet<>();

    private Decision(People people, Actor by) {
        this.people = people;
        this.by = by;
    }

    static List<Notice> on(List<Rule> rules, People people, Actor by) {
        var decision = new Decision(people, by);
        var notices = new ArrayList<Notice>();
        for (var rule : rules) {
            for (var person : people.addressedAs(rule.audience())) notices.add(decision.notice(rule, person));
        }
        return List.copyOf(notices);
    }

    private Notice notice(Rule rule, Person person) {
        var whyNot = whyNot(person, rule.audience());
        if (whyNot == null) told.add(person.actor());
        return new Notice(rule, person, whyNot);
    }

    private @Nullable WhyNot whyNot(Person person, Audience as) {
        if (isOwnAction(person)) return WhyNot.ACTOR;
        if (!person.valid()) return WhyNot.INVALID;
        if (!people.maySee(person, as)) return WhyNot.NO_PERMISSION;
        if (Recipient.of(person.name(), person.address()).isEmpty()) return WhyNot.NO_ADDRESS;
        if (people.wasWrittenTo(person)) return WhyNot.WRITTEN_TO;
        return told.contains(person.actor()) ? WhyNot.TOLD_ALREADY : null;
    }

    /** Nobody of the desk is mailed about an own action; what a customer did is confirmed where the rules say so. */
    private boolean isOwnAction(Person person) {
        return switch (person) {
            case Person.OfTheDesk _ -> person.actor().equals(by);
            case Person.OfACustomer _ -> false;
        };
    }
}
