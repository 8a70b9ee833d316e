package sportello.web.admin;

import java.util.List;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Protocol;

/** The mailboxes by name, also those out of use. */
public record MailboxesPage(List<Mailbox> mailboxes) {

    /** Whether we fetch from it; what is brought to us cannot be changed here. */
    public boolean isFetched(Mailbox mailbox) {
        return mailbox.access().protocol() != Protocol.SMTP;
    }
}
