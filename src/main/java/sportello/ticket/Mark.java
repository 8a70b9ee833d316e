package sportello.ticket;

import java.util.Locale;

/** A colour by which a state or a priority is known at a glance; each can be read by day and by night. */
public enum Mark {
    GREY,
    /** The company's own. */
    ACCENT,
    GREEN,
    OCHRE,
    VIOLET,
    RED,
    TEAL,
    PINK;

    /** As it is stored, and for the style sheet and the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As we deliver it. */
    static Mark of(State state) {
        return switch (state.type()) {
            case NEW -> ACCENT;
            case OPEN -> state == State.IN_PROGRESS ? OCHRE : GREEN;
            case PENDING_REMINDER, PENDING_AUTO -> VIOLET;
            case CLOSED -> state == State.CLOSED_UNSUCCESSFUL ? RED : GREY;
            case MERGED, REMOVED -> GREY;
        };
    }

    /** As we deliver it. */
    static Mark of(Priority priority) {
        return switch (priority) {
            case VERY_LOW, LOW, NORMAL -> GREY;
            case HIGH -> OCHRE;
            case VERY_HIGH -> RED;
        };
    }
}
