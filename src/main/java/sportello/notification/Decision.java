package sportello.notification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.identity.Actor;
import sportello.mail.Recipient;

/**
 * Decides who is told and who is not: each person at most once, by the first rule that can; and instead of whoever is
 * away, the one who stands in.
 */
final class Decision {
    private final People people;
    private final Actor by;
    private final Echo echo;
    private final Lately lately;
    private final Set<Object> told = new HashSet<>();

    private Decision(People people, Actor by, Echo echo, Lately lately) {
        this.people = people;
        this.by = by;
        this.echo = echo;
        this.lately = lately;
    }

    static List<Notice> on(List<Rule> rules, People people, Actor by, Echo echo) {
        return on(rules, people, by, echo, Lately.NOTHING);
    }

    static List<Notice> on(List<Rule> rules, People people, Actor by, Echo echo, Lately lately) {
        var decision = new Decision(people, by, echo, lately);
        var notices = new ArrayList<Notice>();
        for (var rule : inTurn(rules)) {
            for (var person : people.addressedBy(rule)) notices.addAll(decision.notices(rule, person));
        }
        return List.copyOf(notices);
    }

    /**
     * The same of one person who waited for it; nothing if the rule means the person no longer.
     *
     * @param told by what those are known who were told of it meanwhile
     */
    static List<Notice> again(Held held, Set<Object> told, List<Rule> rules, People people, Echo echo, Lately lately) {
        var decision = new Decision(people, held.news().by(), echo, lately);
        decision.told.addAll(told);
        return rules.stream()
                .flatMap(rule -> people.addressedBy(rule).stream()
                        .filter(person -> person.key().equals(held.person()))
                        .limit(1)
                        .flatMap(person -> decision.notices(rule, person).stream()))
                .toList();
    }

    /**
     * Whoever is told as a person reads more than an address may, and needs no second letter there. What the house's own rules
     * say at once comes first; and what one of them keeps for the working hours last, so that neither the others nor the
     * procedure wait for it, or fall silent with it.
     */
    private static List<Rule> inTurn(List<Rule> rules) {
        return rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.audience() == Audience.ADDRESSES)
                        .thenComparing(Rule::held)
                        .thenComparing(rule -> !rule.own()))
                .toList();
    }

    private List<Notice> notices(Rule rule, Person person) {
        var whyNot = whyNot(rule, person);
        if (whyNot != null) return List.of(new Notice(rule, person, whyNot, null));
        // who stands in is decided when it is said
        if (rule.held()) return List.of(told(rule, person, null));
        return standInFor(rule, person)
                .map(standIn -> insteadOf(person, standIn, rule))
                .orElseGet(() -> List.of(told(rule, person, null)));
    }

    private Notice told(Rule rule, Person person, @Nullable Agent insteadOf) {
        told.add(person.key());
        told.add(person.address().toLowerCase(Locale.ROOT));
        return new Notice(rule, person, null, insteadOf);
    }

    /** Without somebody who can stand in and wants to hear, a letter waits for its reader: an absence loses nothing. */
    private Optional<Person> standInFor(Rule rule, Person person) {
        return people.standInFor(person)
                .<Person>map(Person.OfTheDesk::new)
                .filter(Decision::hasAddress)
                .filter(standIn -> !rule.isSilentFor(standIn))
                .filter(standIn -> echo.keepsFrom(standIn) == null);
    }

    /** Whoever stands in may know of it already; then there is nothing to tell. */
    private List<Notice> insteadOf(Person absent, Person standIn, Rule rule) {
        var away = rule.options().absentToo() ? told(rule, absent, null) : new Notice(rule, absent, WhyNot.AWAY, null);
        var knows = isOwnAction(standIn) || people.wasWrittenTo(standIn) || told.contains(standIn.key());
        return knows ? List.of(away) : List.of(away, told(rule, standIn, ((Person.OfTheDesk) absent).agent()));
    }

    private static boolean hasAddress(Person person) {
        return person instanceof Person.Hook
                || Recipient.of(person.name(), person.address()).isPresent();
    }

    private @Nullable WhyNot whyNot(Rule rule, Person person) {
        if (isOwnAction(person) && !rule.options().actorToo()) return WhyNot.ACTOR;
        if (!person.valid()) return WhyNot.INVALID;
        if (!people.maySee(person, rule.audience())) return WhyNot.NO_PERMISSION;
        if (!hasAddress(person)) return WhyNot.NO_ADDRESS;
        if (people.wasWrittenTo(person)) return WhyNot.WRITTEN_TO;
        if (told.contains(person.key())) return WhyNot.TOLD_ALREADY;
        if (rule.isSilentFor(person)) return WhyNot.SILENCED;
        if (lately.today(rule, person)) return WhyNot.TOLD_TODAY;
        return echo.keepsFrom(person);
    }

    /** Nobody of the desk is mailed about an own action; what a customer did is confirmed where the rules say so. */
    private boolean isOwnAction(Person person) {
        return switch (person) {
            case Person.OfTheDesk _ -> person.key().equals(by);
            case Person.OfACustomer _, Person.Outside _, Person.Hook _ -> false;
        };
    }
}
