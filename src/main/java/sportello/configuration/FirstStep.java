package sportello.configuration;

import java.util.Locale;

/** What a desk that was just founded is set up with, in the order in which it is best seen to. */
public enum FirstStep {
    COMPANY,
    RELAY,
    MAILBOXES,
    QUEUES,
    HOURS;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FirstStep of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
