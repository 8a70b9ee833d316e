package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Adds notes, each time for the desk only or for the customer too (S21, S66). A lock does not stand in the way. */
@Component
public class Noting {
    private final Workbench workbench;
    private final Articles articles;
    private final Chronicle chronicle;

    Noting(Workbench workbench, Articles articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** @param visible whether the customer sees it, and is mailed */
    @Transactional
    public Outcome<Trace> note(
            TicketNumber number, Title subject, Message text, boolean visible, Uploads uploads, AgentViewer by) {
        return workbench.work(number, Work.ANNOTATE, by, 0, ticket -> {
            var article = articles.add(
                    NewArticle.byAgent(ticket.id(), Channel.NOTE, visible, by.id(), by.name(), subject.value(), text),
                    uploads);
            workbench.put(ticket, by.actor());
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Noted(ticket.id(), by.actor(), article, visible))));
        });
    }
}
