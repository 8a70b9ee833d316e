package sportello.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail came from that is passed on unchanged (RFC 5322, 3.6.6).
 *
 * @param from who wrote it, null if the house did
 * @param at when it was written
 * @param messageId its name then, null if it was no mail
 */
public record Origin(
        @Nullable Recipient from, Instant at, @Nullable MessageId messageId) {}
