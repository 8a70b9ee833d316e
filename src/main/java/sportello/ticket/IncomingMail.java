package sportello.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mail.MessageId;
import sportello.mail.Recipient;

/**
 * A mail that came in, as it becomes an article.
 *
 * @param senderName as it is shown; never empty
 * @param sender null where the mail has no address that is one
 * @param replyTo where answers are wanted, null if there is no other place than the sender
 * @param messageId null if it has no name that is one
 * @param hand by which it was written
 * @param to those who stand on its To line, the house itself left out
 * @param cc the same of its Cc line
 * @param proof what stands behind it
 */
public record IncomingMail(
        String senderName,
        @Nullable Recipient sender,
        @Nullable Recipient replyTo,
        @Nullable MessageId messageId,
        Title subject,
        Message text,
        Uploads files,
        Hand hand,
        List<Recipient> to,
        List<Recipient> cc,
        Proof proof) {

    public IncomingMail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    /**
     * Whether only the desk reads it. Who sends us what somebody else has encrypted would else read it in the portal, in a
     * quote or in a letter; and nobody who encrypts wants to find it there in the clear.
     */
    boolean isConfidential() {
        var encrypted = proof.encrypted();
        return encrypted != null && encrypted.fate() == Encrypted.Fate.OPENED;
    }

    /** Who wrote it, name and address as far as there are any. */
    String senderLine() {
        return sender == null ? senderName : sender.line();
    }
}
