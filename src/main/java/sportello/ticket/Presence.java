package sportello.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is doing on a ticket's page at this moment. */
public enum Presence {
    LOOKING,
    WRITING;

    /** As it is stored and sent. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for a word that names no presence. */
    public static Optional<Presence> of(String key) {
        return Arrays.stream(values())
                .filter(presence -> presence.key().equals(key))
                .findFirst();
    }
}
