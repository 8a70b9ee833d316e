package sportello.web.admin;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.mailbox.Looked;
import sportello.mailbox.Mailbox;
import sportello.mailbox.Protocol;
import sportello.mailbox.Security;
import sportello.queue.Queue;

/**
 * @param mailbox the one that is changed, null for a new one
 * @param queues where its mails can go
 * @param guide null off the way through the first steps
 * @param look what came of a look into it, null if nobody looked
 */
public record MailboxFormPage(
        @Nullable Mailbox mailbox,
        MailboxForm form,
        List<Queue> queues,
        @Nullable Guide guide,
        @Nullable Outcome<Looked> look,
        @Nullable Refusal refusal) {

    /** What a look into it has shown, null if nobody looked. */
    public @Nullable Looked looked() {
        return look instanceof Outcome.Done<Looked>(var looked) ? looked : null;
    }

    /** Why nobody could look, where somebody wanted to. */
    public @Nullable Refusal untried() {
        return look instanceof Outcome.Refused<Looked>(var why) ? why : null;
    }

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
