package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the list of all, without what it says.
 *
 * @param again whether it can be tried again: it waits for a server, or was given up and no other went after it
 */
public record ListedLetter(Delivery delivery, Recipient to, String subject, boolean again) {

    /** When something last happened to it. */
    public Instant at() {
        var sent = delivery.sentAt();
        var tried = delivery.triedAt();
        return latest(latest(delivery.createdAt(), tried), sent);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }
}
