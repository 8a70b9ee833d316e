package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four tabs of the desk's lists (S30): whose tickets are meant, seen from the agent who looks. */
public enum Whose {
    MINE,
    RESPONSIBLE,
    QUEUES,
    ALL;

    /** Whether they are found by the agent, not by the queue. */
    boolean isPersonal() {
        return this == MINE || this == RESPONSIBLE;
    }

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tab of a key that somebody typed. */
    public static Optional<Whose> of(String key) {
        return Arrays.stream(values()).filter(whose -> whose.key().equals(key)).findFirst();
    }
}
