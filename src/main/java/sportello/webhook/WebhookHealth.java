package sportello.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook is.
 *
 * @param lastSentAt when it last took a message, null if never
 * @param failingSince since when it has not worked, null while it does
 * @param lastError what went wrong last, null if nothing ever did
 * @param lastErrorAt when that was
 */
public record WebhookHealth(
        @Nullable Instant lastSentAt,
        @Nullable Instant failingSince,
        @Nullable Answer lastError,
        @Nullable Instant lastErrorAt) {}
