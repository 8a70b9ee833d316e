package sportello.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which something can be begun and left. */
public enum DraftKind {
    ANSWER,
    FORWARD,
    REDIRECT,
    NOTE,
    MAIL,
    CALL,
    CLOSURE;

    /** As it is stored and as forms name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DraftKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
