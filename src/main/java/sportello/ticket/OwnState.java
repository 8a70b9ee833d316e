package sportello.ticket;

import java.util.List;

/**
 * A state of the house's own: what administrators add beside those that we deliver. It is called as they like and behaves
 * like one of ours, so that no rule of a ticket's life knows of it.
 *
 * @param own the key of the row in own_state
 */
public record OwnState(Integer own, State model) implements Status {
    /** As which it can behave: what people choose, not what tickets enter by themselves. */
    public static final List<State> MODELS = List.of(
            State.NEW,
            State.OPEN,
            State.PENDING_REMINDER,
            State.PENDING_CLOSE_SUCCESSFUL,
            State.PENDING_CLOSE_UNSUCCESSFUL,
            State.CLOSED_SUCCESSFUL,
            State.CLOSED_UNSUCCESSFUL);
}
