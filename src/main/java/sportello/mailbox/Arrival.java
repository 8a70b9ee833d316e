package sportello.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/**
 * A mail that came in: its bytes are safe, what it says is not looked at here.
 *
 * @param trusted whether its mailbox is
 * @param queue its mailbox's default
 * @param size of the whole mail; of one that is too large only the head is kept
 * @param tries how often sorting began
 * @param reason why it is not sorted, in a word; empty otherwise
 * @param detail the same in full, for who looks after it
 */
public record Arrival(
        ArrivalId id,
        MailboxId mailbox,
        boolean trusted,
        @Nullable Long queue,
        Hash hash,
        long size,
        Instant arrivedAt,
        State state,
        int tries,
        String reason,
        String detail) {

    /** The reason of a mail that is larger than we take. */
    public static final String TOO_LARGE = "too_large";

    /** What became of it. */
    public enum State {
        /** To be sorted. */
        WAITING,
        /** Became an article, or a note why not. */
        SORTED,
        /** Could not be read; a person has to look. */
        QUARANTINED,
        /** Somebody looked, and put it aside. */
        DISCARDED
    }
}
