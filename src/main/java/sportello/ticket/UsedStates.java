package sportello.ticket;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import sportello.base.Refusal;

/**
 * The states that are in use. What closes by itself is so only as long as the state is in which it ends.
 *
 * @param marked those that administrators have left in use
 */
record UsedStates(Set<State> marked) {
    UsedStates {
        marked = Set.copyOf(marked);
    }

    boolean have(State state) {
        return marked.contains(state) && state.end().map(marked::contains).orElse(true);
    }

    /** Why it cannot be taken out of use, if it cannot. */
    Optional<Refusal> hindrance(State state) {
        return switch (state.type()) {
            case NEW, OPEN, MERGED, REMOVED -> Optional.of(new Refusal("states.needed"));
            case PENDING_REMINDER, PENDING_AUTO, CLOSED -> without(state).lacking();
        };
    }

    private UsedStates without(State state) {
        return new UsedStates(marked.stream().filter(other -> other != state).collect(toSet()));
    }

    /** What would leave the desk without a choice. */
    private Optional<Refusal> lacking() {
        if (haveNone(StateType.CLOSED)) return Optional.of(new Refusal("states.last.closed"));
        return haveNone(StateType.PENDING_REMINDER) && haveNone(StateType.PENDING_AUTO)
                ? Optional.of(new Refusal("states.last.pending"))
                : Optional.empty();
    }

    private boolean haveNone(StateType type) {
        return marked.stream().noneMatch(state -> state.type() == type && have(state));
    }
}
