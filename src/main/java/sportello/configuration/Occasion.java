package sportello.configuration;

import java.util.Locale;

/** Why a version of the configuration was kept. */
public enum Occasion {
    /** It had changed since the version before. */
    NIGHT,
    /** A document was about to be brought in. */
    IMPORT,
    /** The house was about to go back to another version. */
    RETURN;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Occasion of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
