package sportello.ticket;

import java.util.Locale;

/** What a state means; a ticket's behaviour hangs on this, never on the state's name. */
public enum StateType {
    NEW,
    OPEN,
    PENDING_REMINDER,
    PENDING_AUTO,
    CLOSED,
    MERGED,
    REMOVED;

    /** Whether work can still be done. */
    public boolean isActive() {
        return switch (this) {
            case NEW, OPEN, PENDING_REMINDER, PENDING_AUTO -> true;
            case CLOSED, MERGED, REMOVED -> false;
        };
    }

    /** Whether it waits for a day. */
    public boolean isPending() {
        return this == PENDING_REMINDER || this == PENDING_AUTO;
    }

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
