package sportello.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a screen does with a field. */
public enum Use {
    HIDDEN,
    SHOWN,
    MANDATORY;

    public static Optional<Use> of(String key) {
        return Arrays.stream(values()).filter(use -> use.key().equals(key)).findFirst();
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
