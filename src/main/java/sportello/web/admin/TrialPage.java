package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.postmaster.MailTrial;

/** @param trial what would become of the mail, null while none was given */
public record TrialPage(
        TrialForm form, @Nullable MailTrial trial, @Nullable Refusal refusal) {
    static final TrialPage BLANK = new TrialPage(new TrialForm(null, null, null), null, null);

    public MailTrial.@Nullable Sorted sorted() {
        return trial instanceof MailTrial.Sorted sorted ? sorted : null;
    }

    public MailTrial.@Nullable Unreadable unreadable() {
        return trial instanceof MailTrial.Unreadable unreadable ? unreadable : null;
    }
}
