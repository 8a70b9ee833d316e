package sportello.configuration;

import static sportello.configuration.Reference.Kind.OWN_STATE;
import static sportello.configuration.Reference.Kind.QUEUE;
import static sportello.configuration.Reference.Kind.ROLE;
import static sportello.configuration.Reference.Kind.SERVICE;
import static sportello.configuration.Reference.Kind.TYPE;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.ticket.KeepingLimits;
import sportello.ticket.KeptLimit;
import sportello.ticket.Limit;
import sportello.ticket.Limit.Bound;
import sportello.ticket.Status;

/** What agents may not choose, in its order. */
@Component
class LimitsSection implements Section<LimitEntry> {
    private final KeepingLimits keeping;
    private final Register register;

    LimitsSection(KeepingLimits keeping, Register register) {
        this.keeping = keeping;
        this.register = register;
    }

    @Override
    public Part part() {
        return Part.LIMITS;
    }

    @Override
    public LimitEntry blank() {
        return LimitEntry.BLANK;
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public List<LimitEntry> all() {
        var kept = keeping.all();
        if (kept.isEmpty()) return List.of();
        var ownStates = register.of(OWN_STATE);
        return kept.stream().map(limit -> entry(limit, ownStates)).toList();
    }

    private static LimitEntry entry(KeptLimit kept, Names ownStates) {
        var when = kept.limit().when();
        var names = kept.names();
        return new LimitEntry(
                kept.limit().name(),
                new LimitEntry.When(
                        names.queues(),
                        names.types(),
                        names.services(),
                        Register.ours(when.states()),
                        further(when.states(), ownStates),
                        List.copyOf(when.priorities()),
                        List.copyOf(when.customers()),
                        names.roles()),
                then(kept.limit().then(), names, ownStates),
                kept.valid());
    }

    private static LimitEntry.Then then(Limit.Then then, KeptLimit.Names names, Names ownStates) {
        return new LimitEntry.Then(
                List.copyOf(then.works()),
                Register.ours(then.states().choices()),
                further(then.states().choices(), ownStates),
                then.states().only(),
                List.copyOf(then.priorities().choices()),
                then.priorities().only(),
                names.toTypes(),
                then.types().only(),
                names.toServices(),
                then.services().only(),
                names.toQueues(),
                then.queues().only());
    }

    private static List<String> further(Set<Status> states, Names ownStates) {
        return ownStates.names(Register.further(states));
    }

    @Override
    public Stream<Reference> references(LimitEntry entry) {
        var when = entry.when();
        var then = entry.then();
        return Stream.of(
                        Reference.to(QUEUE, when.queues()),
                        Reference.to(TYPE, when.types()),
                        Reference.to(SERVICE, when.services()),
                        Reference.to(OWN_STATE, when.ownStates()),
                        Reference.to(ROLE, when.roles()),
                        Reference.to(OWN_STATE, then.ownStates()),
                        Reference.to(TYPE, then.types()),
                        Reference.to(SERVICE, then.services()),
                        Reference.to(QUEUE, then.queues()))
                .flatMap(references -> references);
    }

    @Override
    public Outcome<?> keep(@Nullable LimitEntry before, LimitEntry wanted, Authority by) {
        var limit = new Limit(wanted.name(), when(wanted.when()), then(wanted.then()));
        if (before == null) return keeping.add(limit, wanted.valid(), by);
        var kept = kept(before.name());
        return keeping.correct(kept.id(), kept.version(), limit, wanted.valid(), by);
    }

    private Limit.When when(LimitEntry.When when) {
        return new Limit.When(
                register.known(QUEUE, when.queues()),
                register.known(TYPE, when.types()),
                register.known(SERVICE, when.services()),
                register.states(when.states(), when.ownStates()),
                Set.copyOf(when.priorities()),
                Set.copyOf(when.customers()),
                register.known(ROLE, when.roles()));
    }

    private Limit.Then then(LimitEntry.Then then) {
        return new Limit.Then(
                Set.copyOf(then.actions()),
                new Bound<>(then.onlyStates(), register.states(then.states(), then.ownStates())),
                new Bound<>(then.onlyPriorities(), Set.copyOf(then.priorities())),
                new Bound<>(then.onlyTypes(), register.known(TYPE, then.types())),
                new Bound<>(then.onlyServices(), register.known(SERVICE, then.services())),
                new Bound<>(then.onlyQueues(), register.known(QUEUE, then.queues())));
    }

    @Override
    public void arrange(List<LimitEntry> entries, Authority by) {
        keeping.arrange(entries.stream().map(entry -> kept(entry.name()).id()).toList(), by);
    }

    private KeptLimit kept(String name) {
        return Section.kept(keeping.all(), kept -> kept.limit().name(), name);
    }
}
