package sportello.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.mail.MessageId;

/**
 * Italian certified mail that came in: a message, or a receipt on a message of ours.
 *
 * @param sender of a message, as the provider attests it; empty of others
 * @param identifier under which the provider knows it
 * @param at when the provider attested it, null where it does not say
 * @param refersTo the mail of ours on which it is a receipt
 * @param addresses those that a receipt is about
 * @param error what went wrong, in the provider's words
 */
public record Certified(
        Kind kind,
        String sender,
        String provider,
        String identifier,
        @Nullable Instant at,
        @Nullable MessageId refersTo,
        List<String> addresses,
        String error) {

    public Certified {
        addresses = List.copyOf(addresses);
    }

    /** What it is. */
    public enum Kind {
        MESSAGE,
        /** An ordinary mail in an envelope of certified mail: nothing about it is certified. */
        ANOMALY,
        ACCEPTED,
        NOT_ACCEPTED,
        TAKEN,
        DELIVERED,
        UNCERTAIN,
        NOT_DELIVERED,
        VIRUS;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it tells that our mail did not arrive. */
        public boolean isBad() {
            return switch (this) {
                case NOT_ACCEPTED, NOT_DELIVERED, VIRUS -> true;
                case MESSAGE, ANOMALY, ACCEPTED, TAKEN, DELIVERED, UNCERTAIN -> false;
            };
        }
    }
}
