package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as the outbox holds it while it is tried for the {@code attempt}-th time.
 *
 * @param seal what was promised to it, null for nothing
 */
record StoredLetter(
        LetterId id,
        MessageId messageId,
        Letter letter,
        int attempt,
        Instant createdAt,
        @Nullable Seal seal) {

    StoredLetter sealedBy(@Nullable Seal other) {
        return new StoredLetter(id, messageId, letter, attempt, createdAt, other);
    }
}
