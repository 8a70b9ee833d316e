package sportello.ticket;

import java.util.Locale;

/** The way an article came or went ("Via"). */
public enum Channel {
    PORTAL,
    EMAIL,
    PHONE,
    NOTE,
    SYSTEM;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for what is not one */
    public static Channel of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
