package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * One line in a ticket's table of events and communications.
 *
 * @param line what the house itself wrote here, null for what people wrote
 * @param visible whether the customer sees it
 * @param marked whether somebody found it important
 * @param author the agent who wrote it, null where it was none
 * @param came how it came in, null for what was no mail from outside
 * @param recalled whether it was to be mailed and was taken back before it left
 * @param proven whether it came with a signature or as certified mail, somebody was asked who sent it, or it has receipts of such
 * @param filled whether one of the house's own fields says something of it
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
        boolean marked,
        @Nullable AgentId author,
        @Nullable Came came,
        boolean recalled,
        boolean proven,
        boolean filled,
        Instant createdAt) {

    /** Whether it was mailed by a person, or an agent made the call. */
    public boolean hasRecipients() {
        return line == null && (channel == Channel.EMAIL || call() == Call.MADE);
    }

    /** Whether something is known that stands behind it. */
    boolean hasProof() {
        return proven && author == null;
    }

    /** Whether there are receipts of certified mail on it. */
    boolean hasReceipts() {
        return proven && author != null;
    }

    /** Which way a call went, null for what was none. */
    public @Nullable Call call() {
        if (channel != Channel.PHONE) return null;
        return sender == Sender.CUSTOMER ? Call.RECEIVED : Call.MADE;
    }
}
