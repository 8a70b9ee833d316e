package sportello.mail;

import java.util.Locale;

/** How far a letter has come. */
public enum LetterState {
    WAITING,
    SENT,
    FAILED,
    /** Taken back before it was handed over. */
    RECALLED;

    static LetterState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    String stored() {
        return key();
    }

    /** For the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
