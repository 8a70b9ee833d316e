package sportello.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands: one of our states, or one of the house's own that behaves like it and is called otherwise. Rules ask
 * for its model; people choose and read the status.
 */
public sealed interface Status permits State, OwnState {
    /** Between the key of a state and the number of one of the house's own. */
    String OWN = "-";

    /** Which of ours it is, or behaves like. */
    State model();

    /** The key of the row in own_state; null for ours. */
    @Nullable Integer own();

    default StateType type() {
        return model().type();
    }

    /** As it stands in addresses and forms; the messages know what it is called under {@code state.<key>}. */
    default String key() {
        return stored().toLowerCase(Locale.ROOT);
    }

    /** As histories, bulks and rules keep it. */
    @JsonValue
    default String stored() {
        return own() == null ? model().name() : model().name() + OWN + own();
    }

    /** Where the row of a {@code ticket t} says that it is in it. */
    default String column() {
        return own() == null ? "t.state_id" : "t.own_state_id";
    }

    /** What stands there. */
    default int row() {
        var own = own();
        return own == null ? model().id() : own;
    }

    /** Whether who asks for this means that too: a state, those of the house's own that behave like it. */
    default boolean covers(Status other) {
        return equals(other) || this == other.model();
    }

    static Status of(int state, @Nullable Integer own) {
        var ours = State.of(state);
        return own == null ? ours : new OwnState(own, ours);
    }

    /** By its key; whether there is one of that number, {@link HouseLabels} knows. */
    static Optional<Status> of(String key) {
        var end = key.indexOf(OWN);
        var ours = Arrays.stream(State.values())
                .filter(state -> state.key().equals(end < 0 ? key : key.substring(0, end)))
                .findFirst();
        if (end < 0) return ours.map(state -> state);
        var number = key.substring(end + 1);
        return number.matches("[0-9]{1,9}")
                ? ours.map(state -> new OwnState(Integer.parseInt(number), state))
                : Optional.empty();
    }

    /** One in which a ticket is closed, by its key. */
    static Optional<Status> closed(String key) {
        return of(key).filter(state -> state.type() == StateType.CLOSED);
    }

    /** @throws java.util.NoSuchElementException for what never was stored */
    @JsonCreator
    static Status read(String stored) {
        return of(stored.toLowerCase(Locale.ROOT)).orElseThrow();
    }
}
