package sportello.notification;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.mail.Delivery;

/** What became of telling one person. */
public sealed interface Fate {

    /** @param answer why the last attempt came to nothing, empty before the first */
    record Waiting(int attempts, String answer) implements Fate {}

    /** @param answer what the mail server said when it took the letter */
    record Delivered(Instant at, String answer) implements Fate {}

    /** @param answer why the mail server will not take the letter */
    record Undelivered(Instant at, String answer) implements Fate {}

    /** @param until when the working hours begin for which it waits; null where nobody has asked */
    record Held(@Nullable Instant until) implements Fate {}

    /** Taken back before it left. */
    record Recalled() implements Fate {}

    record NotTold(WhyNot why) implements Fate {}

    /** What became of a letter. */
    static Fate of(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING -> new Waiting(delivery.attempts(), delivery.answer());
            case SENT -> new Delivered(Objects.requireNonNull(delivery.sentAt()), delivery.answer());
            case FAILED -> new Undelivered(Objects.requireNonNull(delivery.triedAt()), delivery.answer());
            case RECALLED -> new Recalled();
        };
    }

    /** The key of its label in the message bundles. */
    default String message() {
        return switch (this) {
            case Waiting _ -> "notification.fate.waiting";
            case Delivered _ -> "notification.fate.delivered";
            case Undelivered _ -> "notification.fate.undelivered";
            case Held _ -> "notification.fate.held";
            case Recalled _ -> "notification.fate.recalled";
            case NotTold(var why) -> why.message();
        };
    }
}
