package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.mail.MessageId;

/**
 * Where an article came from, if it came in as a mail.
 *
 * @param messageId null if it has no name that is one
 * @param sender the address of whoever wrote it, empty if there is none that is one
 * @param replyTo where answers are wanted, if elsewhere
 * @param unverified whether its writer is nobody to the ticket
 */
record MailOrigin(@Nullable MessageId messageId, String sender, String replyTo, boolean unverified, Hand hand) {
    static final MailOrigin NONE = new MailOrigin(null, "", "", false, Hand.PERSON);

    static MailOrigin of(IncomingMail mail, boolean unverified) {
        var sender = mail.sender();
        var replyTo = mail.replyTo();
        return new MailOrigin(
                mail.messageId(),
                sender == null ? "" : sender.address(),
                replyTo == null ? "" : replyTo.address(),
                unverified,
                mail.hand());
    }
}
