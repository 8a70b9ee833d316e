package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way a telephone call went, seen from the desk. */
public enum Call {
    MADE,
    RECEIVED;

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The call of a key that somebody typed. */
    public static Optional<Call> of(String key) {
        return Arrays.stream(values()).filter(call -> call.key().equals(key)).findFirst();
    }
}
