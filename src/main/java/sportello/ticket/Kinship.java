package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How another ticket belongs to this one. */
public enum Kinship {
    NORMAL,
    PARENT,
    CHILD;

    /** How this one belongs to the other. */
    Kinship reversed() {
        return switch (this) {
            case NORMAL -> NORMAL;
            case PARENT -> CHILD;
            case CHILD -> PARENT;
        };
    }

    /** As forms and messages call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kinship of a key, if there is such a one. */
    public static Optional<Kinship> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
