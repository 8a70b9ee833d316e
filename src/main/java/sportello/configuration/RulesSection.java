package sportello.configuration;

import static java.util.stream.Collectors.toSet;
import static sportello.configuration.Reference.Kind.SERVICE;
import static sportello.configuration.Reference.Kind.TYPE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.notification.KeepingLetters;
import sportello.notification.KeptRule;

/** Which rules tell people, and of which tickets; every house has the same rules. */
@Component
class RulesSection implements Section<RulesSection.Entry> {
    private final KeepingLetters keeping;
    private final Register register;

    RulesSection(KeepingLetters keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    /** @param told whether it tells anybody, in queues that say nothing else */
    record Entry(String rule, boolean told, int leastPriority, List<String> types, List<String> services) {
        Entry {
            types = Names.tidy(types);
            services = Names.tidy(services);
        }
    }

    @Override
    public Part part() {
        return Part.RULES;
    }

    @Override
    public Entry blank() {
        return new Entry("", false, 1, List.of(), List.of());
    }

    @Override
    public List<String> names() {
        return List.of("rule");
    }

    @Override
    public List<Entry> all() {
        var types = register.of(TYPE);
        var services = register.of(SERVICE);
        return keeping.rules().stream()
                .map(rule -> new Entry(
                        name(rule),
                        rule.on(),
                        rule.leastPriority(),
                        types.names(rule.types()),
                        services.names(rule.services())))
                .toList();
    }

    private static String name(KeptRule rule) {
        return rule.occasion().key() + "." + rule.audience().key();
    }

    @Override
    public Stream<Reference> references(Entry entry) {
        return Stream.concat(Reference.to(TYPE, entry.types()), Reference.to(SERVICE, entry.services()));
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return Outcome.refused("configuration.rule", wanted.rule());
        var rules = keeping.rules();
        var rule = rules.stream()
                .filter(kept -> name(kept).equals(before.rule()))
                .findFirst()
                .orElseThrow();
        var narrowed = keeping.narrow(
                rule.id(), wanted.leastPriority(), known(TYPE, wanted.types()), known(SERVICE, wanted.services()), by);
        if (rule.on() == wanted.told()) return narrowed;
        var on = rules.stream().filter(KeptRule::on).map(KeptRule::id).collect(toSet());
        return narrowed.then(id -> keeping.switchOn(switched(on, id, wanted.told()), by));
    }

    private Set<Long> known(Reference.Kind kind, List<String> names) {
        var known = register.of(kind);
        return names.stream().map(known::known).collect(toSet());
    }

    private static Set<Long> switched(Set<Long> on, long id, boolean told) {
        var switched = new HashSet<>(on);
        if (told) switched.add(id);
        else switched.remove(id);
        return switched;
    }
}
