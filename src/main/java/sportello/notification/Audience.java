package sportello.notification;

import java.util.Locale;

/** Whom a rule addresses: the columns of the procedure's table. */
public enum Audience {
    CUSTOMER_USER,
    OWNER,
    RESPONSIBLE,
    /** Everybody authorised on the queue: who holds rw in its group and so can take the ticket in hand. */
    QUEUE_AGENTS,
    ADMINISTRATORS,
    /** Who keeps an eye on the ticket. */
    WATCHERS,
    /** Agents for whom a note is meant: chosen by its author, or mentioned in it. */
    MENTIONED;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its label in the message bundles. */
    public String message() {
        return "notification.audience." + key();
    }

    static Audience of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
