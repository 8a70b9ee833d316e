package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Marks an article as important, for everybody who reads the ticket ("Selezione", S47). */
@Component
public class Marking {
    private final Workbench workbench;
    private final ArticleSql articles;
    private final Chronicle chronicle;

    Marking(Workbench workbench, ArticleSql articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** Marking what is marked already changes nothing; nor does marking what is not there. */
    @Transactional
    public Outcome<Trace> mark(TicketNumber number, int no, boolean important, AgentViewer by) {
        return workbench.work(
                number,
                Work.MARK,
                by,
                0,
                ticket -> Outcome.done(articles.mark(ticket.id(), no, important)
                        .map(article -> new Trace(chronicle.record(
                                new TicketEvent.Marked(ticket.id(), by.actor(), article, no, important))))
                        .orElse(Trace.NONE)));
    }
}
