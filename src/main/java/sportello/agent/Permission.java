package sportello.agent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an agent may do with the tickets of a group's queues. Each key includes only itself; {@link #RW} includes all.
 */
public enum Permission {
    RO,
    MOVE_INTO,
    CREATE,
    NOTE,
    OWNER,
    PRIORITY,
    /** Writes mails on tickets: answers, forwards, redirects, new ones. */
    COMPOSE,
    /** Writes calls down. */
    PHONE,
    CLOSE,
    /** Puts tickets aside, and takes them up again. */
    PENDING,
    RESPONSIBLE,
    CUSTOMER,
    RW;

    private static final Set<Permission> FURTHER = EnumSet.range(COMPOSE, CUSTOMER);

    /** Whether it opens one action alone that most houses leave to {@link #RW}. */
    public boolean isFurther() {
        return FURTHER.contains(this);
    }

    /** Whether holding this key is enough where {@code wanted} is asked for. */
    public boolean includes(Permission wanted) {
        return this == RW || this == wanted;
    }

    /** The key as it is stored and shown, as in {@code move_into}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a key that does not exist */
    public static Permission of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
