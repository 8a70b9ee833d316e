package sportello.ticket;

import java.util.Locale;

/** The lines that the house itself writes among the articles; shown in the reader's language. */
public enum SystemLine {
    CREATED,
    LOCKED,
    RELEASED,
    /** By the house, because nobody worked on it. */
    RELEASED_WHEN_IDLE,
    CLOSED_WHEN_DUE,
    CLOSING_UNDONE,
    REOPENING_UNDONE,
    NO_OWNER,
    NO_RESPONSIBLE,
    /** The subject of these is the person's name. */
    OWNER,
    RESPONSIBLE,
    /** Its subject is the queue. */
    MOVED,
    /** Its subject is the level. */
    PRIORITISED,
    /** These tell of another ticket; their subject is its number. */
    MERGED_INTO,
    TOOK_IN,
    TAKEN_BACK,
    SPLIT;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for what is not one */
    public static SystemLine of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
