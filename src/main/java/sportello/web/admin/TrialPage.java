package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailbox.Mailbox;
import sportello.postmaster.MailTrial;

/**
 * @param mailboxes from which it could come
 * @param trial what would become of the mail, null while none was given
 */
public record TrialPage(
        TrialForm form,
        List<Mailbox> mailboxes,
        @Nullable MailTrial trial,
        @Nullable Refusal refusal) {

    public boolean isChosen(Mailbox mailbox) {
        return Objects.equals(form.mailbox(), mailbox.id().value());
    }

    public MailTrial.@Nullable Sorted sorted() {
        return trial instanceof MailTrial.Sorted sorted ? sorted : null;
    }

    public MailTrial.@Nullable Unreadable unreadable() {
        return trial instanceof MailTrial.Unreadable unreadable ? unreadable : null;
    }
}
