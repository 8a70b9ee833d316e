package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Recipient;

/** Passes an article on to whom it really concerns, unchanged and in the name of who wrote it (F17). */
@Component
public class Redirecting {
    private final Workbench workbench;
    private final Articles articles;
    private final ArticleReadSql read;
    private final Correspondence correspondence;
    private final Confidences confidences;
    private final Chronicle chronicle;

    Redirecting(
            Workbench workbench,
            Articles articles,
            ArticleReadSql read,
            Correspondence correspondence,
            Confidences confidences,
            Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.read = read;
        this.correspondence = correspondence;
        this.confidences = confidences;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that was decided on
     * @param article the number of the article; only what the customer may read leaves the house as it is
     */
    @Transactional
    public Outcome<Trace> redirect(TicketNumber number, int seen, int article, Recipient to, AgentViewer by) {
        return workbench.work(
                number,
                Work.REDIRECT,
                by,
                seen,
                ticket -> read.past(ticket.id(), article)
                        .map(past -> redirect(ticket, article, past, to, by))
                        .orElseGet(() -> Outcome.refused("redirect.internal")));
    }

    /** What is passed on as it is leaves in the clear. */
    private Outcome<Trace> redirect(Ticket ticket, int no, Redirected past, Recipient to, AgentViewer by) {
        if (confidences.quotes(ticket, past.text())) return Outcome.refused("redirect.encrypted");
        var article = articles.copy(past.id(), by);
        correspondence.redirect(article, ticket, past, to);
        workbench.put(ticket, by.actor());
        return Outcome.done(
                new Trace(chronicle.record(new TicketEvent.Redirected(ticket.id(), by.actor(), article, no)), article));
    }
}
