package sportello.audit;

import java.util.Locale;

/** What the log of access tells of. */
public enum AccessKind {
    ENTERED,
    DENIED,
    LEFT,
    SESSION_ENDED,
    FACTOR_MADE,
    FACTOR_REMOVED,
    FACTOR_USED,
    PROVEN,
    UNPROVEN,
    TOKEN_MADE,
    TOKEN_ENDED,
    TOKEN_USED,
    RESET_ASKED,
    PASSWORD_SET,
    RESCUED,
    HANDED_OUT,
    LINES_REMOVED;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AccessKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
