package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.Health;
import sportello.postmaster.SortedMail;
import sportello.relay.AccountHealth;

/**
 * How the mailboxes are, and the accounts by which mail leaves, and what became of the mails that came last.
 *
 * @param later whether these are not the first mails of the log
 * @param next the address of the mails before these, null if there are none
 */
public record MailLogPage(
        List<Health> mailboxes,
        List<AccountHealth> accounts,
        List<SortedMail> mails,
        boolean later,
        @Nullable String next) {
    static final int MOST = 50;

    /** @param found one more than are shown, if there are more */
    static MailLogPage of(List<Health> mailboxes, List<AccountHealth> accounts, List<SortedMail> found, boolean later) {
        var mails = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? Area.MAIL.address() + "?before=" + mails.getLast().arrival().value()
                : null;
        return new MailLogPage(mailboxes, accounts, mails, later, next);
    }
}
