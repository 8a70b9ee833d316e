package sportello.web.agent.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two columns of the dashboard: the wide one for lists, the narrow one for what is looked at in passing. */
public enum Side {
    LEFT,
    RIGHT;

    Side other() {
        return this == LEFT ? RIGHT : LEFT;
    }

    /** As it is stored, sent and spoken of. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Side> of(String key) {
        return Arrays.stream(values()).filter(side -> side.key().equals(key)).findFirst();
    }
}
