package sportello.web.agent.opening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two ways in which a ticket is opened at the desk. */
public enum Way {
    PHONE,
    EMAIL;

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The way of a key that somebody typed. */
    static Optional<Way> of(String key) {
        return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
    }
}
