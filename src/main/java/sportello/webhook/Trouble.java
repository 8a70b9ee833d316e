package sportello.webhook;

import java.util.Locale;

/** Why there was no answer. */
public enum Trouble {
    UNKNOWN_HOST,
    /** It lies within our own network, and nobody has allowed that. */
    INSIDE,
    UNREACHABLE,
    /** Nobody whom we trust says that it is who it should be. */
    UNTRUSTED,
    SLOW,
    BROKEN,
    /** It is not in use any more. */
    OFF;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trouble of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
