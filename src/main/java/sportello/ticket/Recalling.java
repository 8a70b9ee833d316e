package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Outbox;

/**
 * Takes back a mail that has not left yet; what was written is a draft again. Whoever recalls goes on writing: the lock
 * stays, and a ticket that was closed meanwhile is open again in the author's hands, for nobody writes on a closed one. A
 * day until which it waits stays. Those who were told of the mail are not told of its recall.
 */
@Component
public class Recalling {
    private final Workbench workbench;
    private final Locking locking;
    private final ArticleSql articles;
    private final RecipientSql recipients;
    private final DraftSql drafts;
    private final Outbox outbox;
    private final Chronicle chronicle;
    private final Clock clock;

    Recalling(
            Workbench workbench,
            Locking locking,
            ArticleSql articles,
            RecipientSql recipients,
            DraftSql drafts,
            Outbox outbox,
            Chronicle chronicle,
            Clock clock) {
        this.workbench = workbench;
        this.locking = locking;
        this.articles = articles;
        this.recipients = recipients;
        this.drafts = drafts;
        this.outbox = outbox;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** @param no the number of the agent's own article that was mailed */
    @Transactional
    public Outcome<Trace> recall(TicketNumber number, int no, AgentViewer by) {
        return workbench.work(number, Work.RECALL, by, 0, ticket -> {
            var mailed = articles.own(ticket.id(), no, by.id()).orElse(null);
            if (mailed == null) return Outcome.refused("recall.not_own");
            if (!outbox.recall(recipients.letters(mailed))) return Outcome.refused("recall.too_late");
            articles.recall(mailed, clock.instant());
            drafts.comeBack(mailed, no);
            takeUpAgain(ticket, by);
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Recalled(ticket.id(), by.actor(), mailed, no))));
        });
    }

    private void takeUpAgain(Ticket ticket, AgentViewer by) {
        if (!ticket.isClosed()) return;
        ticket.reopen();
        locking.hold(ticket, by);
    }
}
