package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What agents may not choose on certain tickets, as administrators keep it. It only forbids: what one leaves, another may
 * still take.
 */
public record Limit(String name, When when, Then then) {
    /**
     * What no limit takes away, so that none leaves a ticket stuck in somebody's hands or makes the desk blind: taking in
     * hand and giving back, what takes something back, the duty to find out a cause, and what only concerns oneself.
     */
    private static final Set<Work> ALWAYS = Set.of(
            Work.LOCK,
            Work.RELEASE,
            Work.RESUME,
            Work.RESEND,
            Work.RECALL,
            Work.UNDO_MERGE,
            Work.ASCERTAIN,
            Work.WATCH,
            Work.MARK);

    /** What can be forbidden. */
    public static final List<Work> WORKS =
            Arrays.stream(Work.values()).filter(work -> !ALWAYS.contains(work)).toList();

    /**
     * For which tickets, and for whom; what names nothing is for any.
     *
     * @param queues with those below them, as for services
     * @param states of ours, with those of the house's own that behave like them
     * @param customers the codes of organisations
     * @param roles of which the agent has one
     */
    public record When(
            Set<Long> queues,
            Set<Long> types,
            Set<Long> services,
            Set<Status> states,
            Set<Integer> priorities,
            Set<String> customers,
            Set<Long> roles) {
        public static final When ANY = new When(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        public When {
            queues = Set.copyOf(queues);
            types = Set.copyOf(types);
            services = Set.copyOf(services);
            states = Set.copyOf(states);
            priorities = Set.copyOf(priorities);
            customers = Set.copyOf(customers);
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What cannot be done or chosen then.
     *
     * @param queues into which tickets are moved, with those below them, as for services
     */
    public record Then(
            Set<Work> works,
            Bound<Status> states,
            Bound<Integer> priorities,
            Bound<Long> types,
            Bound<Long> services,
            Bound<Long> queues) {
        public static final Then NOTHING =
                new Then(Set.of(), Bound.none(), Bound.none(), Bound.none(), Bound.none(), Bound.none());

        public Then {
            works = Set.copyOf(works);
        }

        boolean isNothing() {
            return works.isEmpty()
                    && states.isNone()
                    && priorities.isNone()
                    && types.isNone()
                    && services.isNone()
                    && queues.isNone();
        }

        boolean forbids(Work work) {
            return works.contains(work);
        }

        /** What will end by itself in a state cannot be chosen either where that state, or closing, is forbidden. */
        boolean forbids(Status state) {
            if (states.forbids(named -> named.covers(state))) return true;
            var end = state.model().end().orElse(null);
            return end != null && (forbids(Work.CLOSE) || !states.only() && states.forbids(named -> named.covers(end)));
        }
    }

    /**
     * From what one cannot choose.
     *
     * @param only whether nothing else than these can be chosen, and not all but these
     * @param choices none, if everything can
     */
    public record Bound<T>(boolean only, Set<T> choices) {

        public Bound {
            choices = Set.copyOf(choices);
        }

        public static <T> Bound<T> none() {
            return new Bound<>(false, Set.of());
        }

        boolean isNone() {
            return choices.isEmpty();
        }

        boolean forbids(T choice) {
            return forbids(choice::equals);
        }

        boolean forbids(Predicate<T> isMeant) {
            return !isNone() && choices.stream().anyMatch(isMeant) != only;
        }
    }
}
