package sportello.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the work is told apart. */
public enum Aspect {
    QUEUE,
    RESPONSIBLE,
    CUSTOMER,
    TYPE;

    /** As it stands in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The aspect of a key that somebody typed. */
    public static Optional<Aspect> of(String key) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.key().equals(key))
                .findFirst();
    }
}
