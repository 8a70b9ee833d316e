package sportello.web.admin;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailbox.Arrival;
import sportello.mailbox.Mailbox;
import sportello.mailbox.MailboxId;

/**
 * The mails that nobody could sort, newest first.
 *
 * @param later whether these are not the newest
 * @param next the address of the mails before these, null if there are none
 * @param refused what was refused, null if nothing was
 */
public record QuarantinePage(
        Map<MailboxId, String> mailboxes,
        List<Arrival> mails,
        boolean later,
        @Nullable String next,
        @Nullable Refused refused) {
    static final int MOST = 50;

    /**
     * @param mail the one that was not discarded for want of a reason, null for another refusal
     * @param typed as its reason
     */
    public record Refused(@Nullable Long mail, String typed, Refusal why) {}

    /** @param found one more than are shown, if there are more */
    static QuarantinePage of(List<Mailbox> mailboxes, List<Arrival> found, boolean later, @Nullable Refused refused) {
        var mails = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? Area.QUARANTINE.address() + "?before=" + mails.getLast().id().value()
                : null;
        return new QuarantinePage(
                mailboxes.stream().collect(toMap(Mailbox::id, Mailbox::name)), mails, later, next, refused);
    }

    public String mailbox(Arrival mail) {
        return mailboxes.getOrDefault(mail.mailbox(), "");
    }

    /** Whether its form asks once more for a reason. */
    public boolean asksWhy(Arrival mail) {
        var mailOfRefusal = refused == null ? null : refused.mail();
        return mailOfRefusal != null && mailOfRefusal == mail.id().value();
    }

    /** What was typed as its reason. */
    public String why(Arrival mail) {
        return refused != null && asksWhy(mail) ? refused.typed() : "";
    }

    /** Of a mail that was too large there is only the head, which cannot be sorted. */
    public boolean isWhole(Arrival mail) {
        return mail.isWhole();
    }
}
