package sportello.agent;

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
    RW;

    /** Whether holding this key is enough where {@code wanted} is asked for. */
    public boolean includes(Permission wanted) {
        return this == RW || this == wanted;
    }

    /** The key as it is stored and shown, as in {@code move_into}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a key that does not exist */
    public static Permission of(String key) {
        return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
}
