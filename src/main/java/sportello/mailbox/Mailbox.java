package sportello.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox from which mail comes to the desk.
 *
 * @param trusted whether its mails may say by their headers what becomes of them
 * @param defaultQueue where its mails go unless something else decides; null for the queue of their address
 * @param valid whether it is in use
 */
public record Mailbox(
        MailboxId id,
        String name,
        Access access,
        Afterwards afterwards,
        boolean trusted,
        @Nullable Long defaultQueue,
        boolean valid) {}
