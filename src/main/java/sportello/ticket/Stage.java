package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where in its life a ticket stands, as lists ask for it. */
public enum Stage {
    ACTIVE(StateType.NEW, StateType.OPEN, StateType.PENDING_REMINDER, StateType.PENDING_AUTO),
    NEW(StateType.NEW),
    OPEN(StateType.OPEN),
    REMINDER(StateType.PENDING_REMINDER),
    AUTO(StateType.PENDING_AUTO),
    CLOSED(" and t.archived_at is null", StateType.CLOSED),
    ARCHIVED(" and t.archived_at is not null", StateType.CLOSED);

    private final String condition;
    private final List<StateType> types;

    Stage(StateType... types) {
        this("", types);
    }

    Stage(String further, StateType... types) {
        this.types = List.of(types);
        condition = Arrays.stream(types)
                .map(StateType::key)
                .collect(Collectors.joining("', '", "t.state_type in ('", "')" + further));
    }

    /** Whether tickets only come and hardly go, so that nobody counts them for a list. */
    public boolean isOver() {
        return this == CLOSED || this == ARCHIVED;
    }

    /** Whether its tickets can be in the state. */
    public boolean holds(State state) {
        return types.contains(state.type());
    }

    /** On {@code ticket t}, spelled out: only so does the planner know which partial index holds these tickets. */
    public String condition() {
        return condition;
    }

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage of a key that somebody typed. */
    public static Optional<Stage> of(String key) {
        return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
    }
}
