package sportello.notification;

import java.util.List;
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
    MENTIONED,
    /** Who has the queue among the own ones. */
    SUBSCRIBERS,
    /** Agents who have written in the ticket. */
    WRITERS,
    /** Who holds a certain key in the queue. */
    PERMITTED,
    MEMBERS,
    ROLES,
    /** Agents whom the rule itself names. */
    NAMED,
    /** Where the house knows nobody. */
    ADDRESSES,
    /** Addresses on the web, where programs read and show it to whomever they will. */
    WEBHOOKS;

    /** Those that a rule of the house's own is told with a tick. */
    public static final List<Audience> TICKED =
            List.of(CUSTOMER_USER, OWNER, RESPONSIBLE, WATCHERS, SUBSCRIBERS, WRITERS, MENTIONED);

    /** Whether it reads no more than customers may. */
    public boolean isOutside() {
        return this == CUSTOMER_USER || this == ADDRESSES || this == WEBHOOKS;
    }

    /**
     * Whether agents may choose not to be told in this part. Whoever is responsible must hear of changes, administrators of
     * what nobody routed, and a note for somebody is for that person.
     */
    public boolean mayBeSilenced() {
        return switch (this) {
            case OWNER, QUEUE_AGENTS, WATCHERS, SUBSCRIBERS, WRITERS, PERMITTED, MEMBERS, ROLES, NAMED -> true;
            case CUSTOMER_USER, RESPONSIBLE, ADMINISTRATORS, MENTIONED, ADDRESSES, WEBHOOKS -> false;
        };
    }

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
