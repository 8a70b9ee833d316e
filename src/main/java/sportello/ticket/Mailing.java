package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Mails anybody about a ticket (S66, "posta in uscita"). A free ticket is locked by it. */
@Component
public class Mailing {
    private final Workbench workbench;
    private final Locking locking;
    private final Articles articles;
    private final Correspondence correspondence;
    private final Chronicle chronicle;

    Mailing(
            Workbench workbench,
            Locking locking,
            Articles articles,
            Correspondence correspondence,
            Chronicle chronicle) {
        this.workbench = workbench;
        this.locking = locking;
        this.articles = articles;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
    }

    /**
     * @param seen the version of the ticket that the mail was written on
     * @param visible whether the customer reads it in the portal
     */
    @Transactional
    public Outcome<Trace> mail(TicketNumber number, int seen, Mail mail, boolean visible, AgentViewer by) {
        return workbench.work(number, Work.MAIL, by, seen, ticket -> {
            locking.hold(ticket, by);
            var article = articles.add(NewArticle.byAgent(ticket.id(), Channel.EMAIL, visible, mail, by), mail);
            correspondence.send(article, ticket, mail, by);
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(
                    chronicle.record(new TicketEvent.Mailed(ticket.id(), by.actor(), article, visible)), article));
        });
    }
}
