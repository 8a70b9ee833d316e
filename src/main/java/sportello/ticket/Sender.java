package sportello.ticket;

import java.util.Locale;

/** Who wrote an article. */
public enum Sender {
    AGENT,
    CUSTOMER,
    SYSTEM;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for what is not one */
    public static Sender of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
