package sportello.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What happens in every queue, as the table of who is told puts the occasions together. */
public enum Moment {
    OPENED(Occasion.OPENED_ASSIGNED, Occasion.OPENED_UNOWNED, Occasion.OPENED_RAW),
    LOCKED(Occasion.LOCKED),
    RELEASED(Occasion.RELEASED),
    MOVED(Occasion.MOVED),
    FOLLOWED_UP(Occasion.FOLLOWED_UP, Occasion.FOLLOWED_UP_UNLOCKED),
    CLOSED(Occasion.CLOSED, Occasion.CLOSED_UNSUCCESSFUL);

    private final List<Occasion> occasions;

    Moment(Occasion... occasions) {
        this.occasions = List.of(occasions);
    }

    /** For forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its label in the message bundles. */
    public String message() {
        return "notification.moment." + key();
    }

    List<Occasion> occasions() {
        return occasions;
    }

    /** @throws IllegalArgumentException for an occasion that belongs to none */
    static Moment of(Occasion occasion) {
        return Arrays.stream(values())
                .filter(moment -> moment.occasions.contains(occasion))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(occasion.key()));
    }
}
