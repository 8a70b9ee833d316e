package sportello.postmaster;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.mail.Letters;
import sportello.mime.DeliveryReport;
import sportello.mime.ReadMail;
import sportello.ticket.Beginning;
import sportello.ticket.Bouncing;
import sportello.ticket.FollowingUp;
import sportello.ticket.IncomingMail;
import sportello.ticket.OpeningByMail;
import sportello.ticket.State;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Does what a verdict says, in the transaction that notes that it was done. */
@Component
class Delivering {
    private final Reception reception;
    private final OpeningByMail opening;
    private final FollowingUp followingUp;
    private final Bouncing bouncing;
    private final Letters letters;
    private final AutomaticAnswers answers;

    Delivering(
            Reception reception,
            OpeningByMail opening,
            FollowingUp followingUp,
            Bouncing bouncing,
            Letters letters,
            AutomaticAnswers answers) {
        this.reception = reception;
        this.opening = opening;
        this.followingUp = followingUp;
        this.bouncing = bouncing;
        this.letters = letters;
        this.answers = answers;
    }

    /** Whether the verdict opens a ticket, for which a number has to be drawn. */
    static boolean needsNumber(Verdict verdict) {
        return verdict instanceof Verdict.Open || verdict instanceof Verdict.OpenBeside;
    }

    /**
     * The ticket to which the mail went, if it went to one.
     *
     * @param fresh the number of the ticket that it opens, null if it opens none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable TicketId deliver(Pipeline.Judgement judgement, @Nullable TicketNumber fresh) {
        var mail = judgement.course().mail();
        var silent = judgement.course().wishes().silent();
        return switch (judgement.verdict()) {
            case Verdict.Open open when fresh != null -> open(open, fresh, mail, silent);
            case Verdict.OpenBeside beside when fresh != null -> beside(beside, fresh, mail, silent);
            case Verdict.Open _, Verdict.OpenBeside _ -> throw new IllegalArgumentException("no number was drawn");
            case Verdict.Join(var thread, var standing) -> {
                followingUp.byMail(thread.ticket(), reception.of(mail, null), standing);
                yield thread.ticket();
            }
            case Verdict.Reject(var thread, var standing) -> {
                var kept = reception.of(mail, null);
                followingUp.tooLate(thread.ticket(), kept, standing);
                if (!silent) answers.rejected(mail, kept, thread.number(), thread.queue());
                yield thread.ticket();
            }
            case Verdict.Bounced bounced -> bounced(bounced, mail);
            case Verdict.Attested(var thread) -> {
                bouncing.attested(thread.ticket(), reception.of(mail, null));
                yield thread.ticket();
            }
            case Verdict.Ignore _ -> null;
        };
    }

    /** Whoever the house knows is told by the rules for notifications. */
    private TicketId open(Verdict.Open open, TicketNumber number, ReadMail mail, boolean silent) {
        var request = reception.of(mail, open.wishes().title());
        var ticket = opening.open(number, request, open.asker(), open.route(), beginning(open.wishes()));
        if (open.asker() == null && !silent)
            answers.received(mail, request, number, open.route().queue().id());
        return ticket;
    }

    private TicketId beside(Verdict.OpenBeside beside, TicketNumber number, ReadMail mail, boolean silent) {
        var open = beside.open();
        IncomingMail request = reception.of(mail, open.wishes().title());
        var ticket = opening.openBeside(
                beside.closed().ticket(), number, request, open.asker(), open.route(), beginning(open.wishes()));
        if (open.asker() == null && !silent)
            answers.begunAnew(mail, request, number, open.route().queue().id());
        return ticket;
    }

    private TicketId bounced(Verdict.Bounced bounced, ReadMail mail) {
        for (var fate : bounced.fates()) letters.bounced(bounced.messageId(), fate.address(), words(fate));
        var addresses =
                bounced.fates().stream().map(DeliveryReport.Fate::address).toList();
        bouncing.bounced(bounced.thread().ticket(), reception.of(mail, null), addresses);
        return bounced.thread().ticket();
    }

    private static String words(DeliveryReport.Fate fate) {
        return (fate.status() + " " + fate.words()).strip();
    }

    private static Beginning beginning(Wishes wishes) {
        return new Beginning(wishes.state() == null ? State.NEW : wishes.state(), null);
    }
}
