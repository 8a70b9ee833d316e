package sportello.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was done to a thing. */
public enum Act {
    MADE,
    CHANGED,
    REMOVED;

    static Act between(@Nullable Record before, @Nullable Record now) {
        if (before == null) return MADE;
        return now == null ? REMOVED : CHANGED;
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Act of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
