package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line in a ticket's table of events and communications.
 *
 * @param line what the house itself wrote here, null for what people wrote
 * @param visible whether the customer sees it
 */
public record ArticleRow(
        ArticleId id,
        int no,
        Sender sender,
        Channel channel,
        boolean visible,
        String senderName,
        String subject,
        @Nullable SystemLine line,
        int attachments,
        Instant createdAt) {}
