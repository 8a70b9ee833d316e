package sportello.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;

/**
 * The state in which an agent opens a ticket.
 *
 * @param until for one that waits from the beginning
 */
public record Beginning(Status state, @Nullable Instant until) {
    /** Those to choose from. */
    public static final List<State> STATES = List.of(State.NEW, State.OPEN, State.PENDING_REMINDER);

    private static final Duration LONGEST = Duration.ofDays(5 * 365);

    /** Refuses what has no end, or one that has passed or nobody will live to see. */
    public static Outcome<Beginning> of(Status state, @Nullable Instant until, Instant now) {
        if (!STATES.contains(state.model())) return Outcome.refused("opening.state");
        if (!state.type().isPending()) return Outcome.done(new Beginning(state, null));
        if (until == null) return Outcome.refused("opening.until");
        if (!until.isAfter(now)) return Outcome.refused("opening.past");
        return until.isAfter(now.plus(LONGEST))
                ? Outcome.refused("opening.far")
                : Outcome.done(new Beginning(state, until));
    }
}
