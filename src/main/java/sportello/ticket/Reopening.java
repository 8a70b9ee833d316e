package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Opens a closed ticket again, always with a word on why. */
@Component
public class Reopening {
    private final Workbench workbench;
    private final Articles articles;
    private final Chronicle chronicle;

    Reopening(Workbench workbench, Articles articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param visible whether the customer reads why, and is mailed
     */
    @Transactional
    public Outcome<Trace> reopen(
            TicketNumber number, int seen, Title subject, Message text, boolean visible, AgentViewer by) {
        return workbench.work(number, Work.REOPEN, by, seen, ticket -> {
            var article = articles.add(
                    NewArticle.byAgent(ticket.id(), Channel.NOTE, visible, by.id(), by.name(), subject.value(), text));
            return Outcome.done(reopen(ticket, article, visible, by));
        });
    }

    private Trace reopen(Ticket ticket, ArticleId why, boolean visible, AgentViewer by) {
        ticket.reopen();
        workbench.put(ticket, by.actor());
        return new Trace(chronicle.record(new TicketEvent.Reopened(ticket.id(), by.actor(), why, visible)));
    }
}
