package sportello.webhook;

import java.util.Locale;

/** How far a message has come. */
public enum DeliveryState {
    WAITING,
    SENT,
    FAILED;

    static DeliveryState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
