package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
import sportello.notification.Fate;
import sportello.ticket.ArticleRecipient;

/**
 * Somebody to whom the open article went.
 *
 * @param fate what became of the mail, null for who was called
 */
public record SentTo(ArticleRecipient recipient, @Nullable Fate fate) {}
