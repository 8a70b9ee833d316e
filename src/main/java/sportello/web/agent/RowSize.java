package sportello.web.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much room a ticket has in a list; the largest shows how its newest article begins. */
public enum RowSize {
    SMALL,
    MEDIUM,
    PREVIEW;

    /** As it stands in message keys and style, and as it is kept. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RowSize> of(String key) {
        return Arrays.stream(values()).filter(size -> size.key().equals(key)).findFirst();
    }
}
