package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.customer.CustomerUser;
import sportello.mail.Recipient;
import sportello.mime.ReadMail;
import sportello.ticket.MailThread;
import sportello.ticket.Standing;

/**
 * A mail on its way through the pipeline, with what was found out about it so far.
 *
 * @param setup of the house that it is held against
 * @param sender whoever wrote it, if that is an address
 * @param thread the ticket that it belongs to, if it does
 * @param wishes what is wanted if it opens a ticket
 * @param onFollowUp what is wanted if it is added to one
 * @param log what each step found, for whoever asks why
 */
record Course(
        ReadMail mail,
        Origin origin,
        Setup setup,
        @Nullable Recipient sender,
        @Nullable MailThread thread,
        @Nullable Standing standing,
        @Nullable CustomerUser asker,
        Wishes wishes,
        Wishes onFollowUp,
        List<Found> log) {

    static Course of(ReadMail mail, Origin origin, Setup setup) {
        return new Course(mail, origin, setup, sender(mail), null, null, null, Wishes.NONE, Wishes.NONE, List.of());
    }

    private static @Nullable Recipient sender(ReadMail mail) {
        var from = mail.from() == null ? mail.sender() : mail.from();
        return from == null ? null : Recipient.of(from.name(), from.address()).orElse(null);
    }

    boolean trusted() {
        return origin.trusted();
    }

    List<String> gateways() {
        return origin.gateways();
    }

    /** The addresses that it came to, the surest first. */
    List<String> deliveredTo() {
        return origin.deliveredTo(mail.deliveredTo());
    }

    /** Whether servers are asked who sent it, and none vouches for the sender: then nobody knows who wrote. */
    boolean isDoubted() {
        var said = Proofs.authentication(mail, gateways());
        return said != null && !said.authenticated();
    }

    Course in(MailThread found, Standing as) {
        return new Course(mail, origin, setup, sender, found, as, asker, wishes, onFollowUp, log);
    }

    Course by(CustomerUser known) {
        return new Course(mail, origin, setup, sender, thread, standing, known, wishes, onFollowUp, log);
    }

    Course wishing(Wishes wanted) {
        return new Course(mail, origin, setup, sender, thread, standing, asker, wanted, onFollowUp, log);
    }

    Course wishingOnFollowUp(Wishes wanted) {
        return new Course(mail, origin, setup, sender, thread, standing, asker, wishes, wanted, log);
    }

    Course noting(String key, String what) {
        var longer = new ArrayList<>(log);
        longer.add(new Found(key, what));
        return new Course(
                mail, origin, setup, sender, thread, standing, asker, wishes, onFollowUp, List.copyOf(longer));
    }
}
