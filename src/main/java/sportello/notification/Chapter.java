package sportello.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the procedure tells agents of, put together as they choose what they want to hear. A mail of the desk that failed is
 * in none: nobody else would hear of it.
 */
public enum Chapter {
    OPENED(Occasion.OPENED_ASSIGNED, Occasion.OPENED_UNOWNED, Occasion.OPENED_RAW),
    /** Who has the ticket in hand, and who answers for it. */
    HANDS(Occasion.LOCKED, Occasion.RELEASED, Occasion.OWNER_CHANGED, Occasion.RESPONSIBLE_CHANGED),
    MOVED(Occasion.MOVED),
    WAITING(
            Occasion.POSTPONED,
            Occasion.POSTPONED_WITH_WORD,
            Occasion.PENDING_REACHED,
            Occasion.PENDING_REACHED_UNLOCKED),
    PUBLISHED(Occasion.PUBLISHED),
    NOTED(Occasion.NOTED),
    FOLLOWED_UP(Occasion.FOLLOWED_UP, Occasion.FOLLOWED_UP_UNLOCKED),
    CLOSED(Occasion.CLOSED, Occasion.CLOSED_UNSUCCESSFUL),
    DEADLINES(Occasion.ESCALATION_NEAR, Occasion.ESCALATED);

    private final List<Occasion> occasions;

    Chapter(Occasion... occasions) {
        this.occasions = List.of(occasions);
    }

    /** As it is stored, and for forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its label in the message bundles; with {@code .text} behind it, of the sentence on it. */
    public String message() {
        return "silence.chapter." + key();
    }

    public static Optional<Chapter> of(String key) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.key().equals(key))
                .findFirst();
    }

    static Optional<Chapter> of(Occasion occasion) {
        return Arrays.stream(values())
                .filter(chapter -> chapter.occasions.contains(occasion))
                .findFirst();
    }
}
