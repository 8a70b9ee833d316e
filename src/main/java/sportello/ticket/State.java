package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states with which the house is delivered (section 10 of the requirements). */
public enum State implements Status {
    NEW(1, StateType.NEW),
    IN_PROGRESS(2, StateType.OPEN),
    OPEN(3, StateType.OPEN),
    PENDING_REMINDER(4, StateType.PENDING_REMINDER),
    PENDING_CLOSE_SUCCESSFUL(5, StateType.PENDING_AUTO),
    PENDING_CLOSE_UNSUCCESSFUL(6, StateType.PENDING_AUTO),
    CLOSED_SUCCESSFUL(7, StateType.CLOSED),
    CLOSED_UNSUCCESSFUL(8, StateType.CLOSED),
    MERGED(9, StateType.MERGED),
    REMOVED(10, StateType.REMOVED);

    /** All of them, in their order. */
    public static final List<State> ALL = List.of(values());

    /** Those in which agents put a ticket that there is, rather than that it enters them by itself. */
    public static final List<State> CHOSEN = List.of(
            PENDING_REMINDER,
            PENDING_CLOSE_SUCCESSFUL,
            PENDING_CLOSE_UNSUCCESSFUL,
            CLOSED_SUCCESSFUL,
            CLOSED_UNSUCCESSFUL);

    private final int id;
    private final StateType type;

    State(int id, StateType type) {
        this.id = id;
        this.type = type;
    }

    /** The key of the row in ticket_state. */
    public int id() {
        return id;
    }

    @Override
    public StateType type() {
        return type;
    }

    @Override
    public State model() {
        return this;
    }

    @Override
    public @Nullable Integer own() {
        return null;
    }

    /** In which it ends by itself, if it does. */
    Optional<State> end() {
        return switch (this) {
            case PENDING_CLOSE_SUCCESSFUL -> Optional.of(CLOSED_SUCCESSFUL);
            case PENDING_CLOSE_UNSUCCESSFUL -> Optional.of(CLOSED_UNSUCCESSFUL);
            case NEW, IN_PROGRESS, OPEN, PENDING_REMINDER, CLOSED_SUCCESSFUL, CLOSED_UNSUCCESSFUL, MERGED, REMOVED ->
                Optional.empty();
        };
    }

    /** @throws java.util.NoSuchElementException for a state that is not there */
    public static State of(int id) {
        return Arrays.stream(values())
                .filter(state -> state.id == id)
                .findFirst()
                .orElseThrow();
    }
}
