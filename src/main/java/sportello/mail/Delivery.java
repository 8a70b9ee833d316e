package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter so far.
 *
 * @param leavesAt before which it does not leave and can be recalled; null for what leaves at once
 * @param answer what the mail server said last, or why it could not be asked; empty before the first attempt
 * @param seal how it leaves, or left; null for in the clear and unsigned
 */
public record Delivery(
        LetterId letter,
        MessageId messageId,
        LetterState state,
        int attempts,
        String answer,
        Instant createdAt,
        @Nullable Instant leavesAt,
        @Nullable Instant triedAt,
        @Nullable Instant sentAt,
        @Nullable Seal seal) {}
