package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.CustomerViewer;

/**
 * The customer writes again on an own request (S68); what was closed or waiting is open again, and what somebody holds who
 * has left is free for others. What was merged goes on in the ticket into which it went.
 */
@Component
public class FollowingUp {
    private final Workbench workbench;
    private final SubmissionSql submissions;
    private final Articles articles;
    private final ReservedQueues reserved;
    private final Releasing releasing;
    private final Chronicle chronicle;

    FollowingUp(
            Workbench workbench,
            SubmissionSql submissions,
            Articles articles,
            ReservedQueues reserved,
            Releasing releasing,
            Chronicle chronicle) {
        this.reserved = reserved;
        this.releasing = releasing;
        this.workbench = workbench;
        this.submissions = submissions;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** @param submission counts once however often it arrives */
    @Transactional
    public Outcome<Trace> byPortal(
            TicketNumber number, Submission submission, Message text, Uploads uploads, CustomerViewer by) {
        var asked = workbench.take(number, by);
        var ticket = asked.mergedInto() == null
                ? asked
                : workbench.takeEnd(asked, by).orElse(asked);
        if (ticket.state().type() == StateType.MERGED || ticket.state().type() == StateType.REMOVED) {
            return Outcome.refused("ticket.not_active");
        }
        if (!reserved.takesWords(ticket, by)) return Outcome.refused("request.reads_only");
        if (!submissions.arrives(submission, by.id(), number)) return Outcome.done(Trace.NONE);
        releasing.releaseIfLeft(ticket);
        var article = articles.add(NewArticle.byPortal(ticket.id(), by.id(), by.name(), ticket.title(), text), uploads);
        ticket.followUp();
        workbench.put(ticket, by.actor());
        return Outcome.done(new Trace(
                chronicle.record(new TicketEvent.FollowedUp(ticket.id(), by.actor(), article, ticket.isLocked()))));
    }

    /** The same for a message that no form brought. */
    @Transactional
    public Outcome<Trace> byPortal(TicketNumber number, Message text, Uploads uploads, CustomerViewer by) {
        return byPortal(number, Submission.single(), text, uploads, by);
    }

    /**
     * Somebody answers by mail. Only who asked, and whom the desk wrote to, opens again what was closed or waiting; a
     * stranger's words are kept for the desk and change nothing. Nor does the program of somebody who is away.
     */
    @Transactional
    public Received byMail(TicketId id, IncomingMail mail, Standing standing) {
        var ticket = workbench.take(id);
        if (!(standing instanceof Standing.Stranger) && mail.hand() != Hand.MACHINE) {
            releasing.releaseIfLeft(ticket);
            ticket.followUp();
        }
        return keep(ticket, mail, standing);
    }

    /** Somebody writes about a closed ticket that takes no more mail: the words are kept, and it stays closed. */
    @Transactional
    public Received tooLate(TicketId id, IncomingMail mail, Standing standing) {
        return keep(workbench.take(id), mail, standing);
    }

    private Received keep(Ticket ticket, IncomingMail mail, Standing standing) {
        var isStranger = standing instanceof Standing.Stranger;
        var article = articles.add(NewArticle.byMail(ticket.id(), mail, standing), mail, isStranger);
        var event = event(ticket, article, mail, standing);
        if (!isStranger) workbench.put(ticket, event.by());
        chronicle.record(event);
        return new Received(ticket.id(), article);
    }

    private static TicketEvent event(Ticket ticket, ArticleId article, IncomingMail mail, Standing standing) {
        return standing instanceof Standing.Asker asker
                ? new TicketEvent.FollowedUp(
                        ticket.id(), new Actor.ByCustomerUser(asker.user()), article, ticket.isLocked())
                : new TicketEvent.MailCame(
                        ticket.id(),
                        Actor.SYSTEM,
                        article,
                        mail.senderLine(),
                        standing instanceof Standing.Correspondent,
                        ticket.isLocked());
    }
}
