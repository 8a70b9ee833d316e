package sportello.ticket;

import java.util.Locale;

/** What holds two tickets together, seen from one of them: they were linked, or one went into the other. */
public enum Bond {
    MERGED_INTO,
    PARENT,
    NORMAL,
    CHILD,
    TOOK_IN;

    /** The end of its message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a link, which can be taken away. */
    public boolean isLink() {
        return this == PARENT || this == NORMAL || this == CHILD;
    }

    static Bond of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
