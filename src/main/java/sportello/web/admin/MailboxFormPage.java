package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailbox.Looked;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Protocol;
import sportello.mailbox.Security;
import sportello.queue.Queue;

/**
 * @param mailbox the one that is changed, null for a new one
 * @param queues where its mails can go
 * @param looked what a look into it has shown, null if nobody looked
 */
public record MailboxFormPage(
        @Nullable Mailbox mailbox,
        MailboxForm form,
        List<Queue> queues,
        @Nullable Looked looked,
        @Nullable Refusal refusal) {

    public String action() {
        return mailbox == null
                ? Area.MAILBOXES.address()
                : Area.MAILBOXES.address() + "/" + mailbox.id().value();
    }

    /** For the messages. */
    public String key(Security security) {
        return security.name().toLowerCase(Locale.ROOT);
    }

    /** Those by which we fetch. */
    public List<Protocol> protocols() {
        return List.of(Protocol.IMAP, Protocol.POP3);
    }
}
