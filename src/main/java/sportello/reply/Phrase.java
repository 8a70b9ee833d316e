package sportello.reply;

import java.util.Locale;

/** What stands around what agents write to others: the queue's own, or else the house's. */
public enum Phrase {
    SALUTATION,
    SIGNATURE;

    /** For addresses and messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
