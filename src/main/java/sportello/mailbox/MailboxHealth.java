package sportello.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox is.
 *
 * @param lastFetchAt when its server was last asked in vain or not, and answered
 * @param failingSince when it began to fail, null while it works
 * @param lastError why it fails; of a mailbox that works again, empty
 * @param backlog how many of its mails we knew of and had not fetched
 * @param alarmedAt when the alarm was raised that is still on
 */
public record MailboxHealth(
        MailboxId mailbox,
        @Nullable Instant lastFetchAt,
        @Nullable Instant lastMailAt,
        @Nullable Instant failingSince,
        String lastError,
        int backlog,
        @Nullable Instant alarmedAt) {}
