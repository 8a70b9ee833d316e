package sportello.ticket;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where in its life a ticket stands, as lists ask for it. */
public enum Stage {
    ACTIVE(StateType.NEW, StateType.OPEN, StateType.PENDING_REMINDER, StateType.PENDING_AUTO),
    NEW(StateType.NEW),
    OPEN(StateType.OPEN),
    REMINDER(StateType.PENDING_REMINDER),
    AUTO(StateType.PENDING_AUTO),
    CLOSED(StateType.CLOSED);

    private final List<StateType> types;

    Stage(StateType... types) {
        this.types = List.of(types);
    }

    List<StateType> types() {
        return types;
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
