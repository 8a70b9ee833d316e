package sportello.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a provider brings. */
public enum Audience {
    /** Agents. */
    DESK,
    /** Customer users. */
    PORTAL;

    /** As it is stored, and for addresses and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> of(String key) {
        return Arrays.stream(values())
                .filter(audience -> audience.key().equals(key))
                .findFirst();
    }
}
