package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Answers the customer: visible in the portal and mailed (S67). A free ticket is locked by answering. */
@Component
public class Answering {
    private final Workbench workbench;
    private final Locking locking;
    private final Articles articles;
    private final Chronicle chronicle;

    Answering(Workbench workbench, Locking locking, Articles articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.locking = locking;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the answer was written on */
    @Transactional
    public Outcome<Trace> answer(
            TicketNumber number, int seen, Title subject, Message text, Uploads uploads, AgentViewer by) {
        return workbench.work(number, Work.ANSWER, by, seen, ticket -> {
            if (ticket.customerUser() == null) return Outcome.refused("answer.nobody");
            locking.hold(ticket, by);
            var article = articles.add(
                    NewArticle.byAgent(ticket.id(), Channel.EMAIL, true, by.id(), by.name(), subject.value(), text),
                    uploads);
            workbench.put(ticket, by.actor());
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Answered(ticket.id(), by.actor(), article))));
        });
    }
}
