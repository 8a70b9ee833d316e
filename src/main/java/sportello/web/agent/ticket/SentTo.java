package sportello.web.agent.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.mail.Seal;
import sportello.notification.Fate;
import sportello.ticket.ArticleRecipient;

/**
 * Somebody to whom the open article went.
 *
 * @param fate what became of the mail, null for who was called
 * @param leaves when the mail leaves that nobody has begun to hand over, null for any other
 * @param seal how the mail leaves, or left; null for in the clear and unsigned
 */
public record SentTo(
        ArticleRecipient recipient,
        @Nullable Fate fate,
        @Nullable Instant leaves,
        @Nullable Seal seal) {}
