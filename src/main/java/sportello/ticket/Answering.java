package sportello.ticket;

import java.time.Clock;
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
    private final Correspondence correspondence;
    private final Chronicle chronicle;
    private final Clock clock;

    Answering(
            Workbench workbench,
            Locking locking,
            Articles articles,
            Correspondence correspondence,
            Chronicle chronicle,
            Clock clock) {
        this.workbench = workbench;
        this.locking = locking;
        this.articles = articles;
        this.correspondence = correspondence;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * @param seen the version of the ticket that the answer was written on
     * @param article the number of the article that is answered, 0 for none in particular
     */
    @Transactional
    public Outcome<Trace> answer(TicketNumber number, int seen, int article, Mail mail, AgentViewer by) {
        return workbench.work(number, Work.ANSWER, by, seen, ticket -> {
            locking.hold(ticket, by);
            var answer = write(ticket, article, mail, by);
            workbench.put(ticket, by.actor());
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Answered(ticket.id(), by.actor(), answer)), answer));
        });
    }

    /** The same as the last word: the ticket is closed with success, and the answer says why. */
    @Transactional
    public Outcome<Trace> answerAndClose(TicketNumber number, int seen, int article, Mail mail, AgentViewer by) {
        return workbench.work(number, Work.CLOSE, by, seen, ticket -> {
            var answer = write(ticket, article, mail, by);
            chronicle.record(new TicketEvent.Answered(ticket.id(), by.actor(), answer));
            ticket.close(true, by.id(), clock.instant());
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(
                    chronicle.record(new TicketEvent.Closed(ticket.id(), by.actor(), answer, true, true)), answer));
        });
    }

    private ArticleId write(Ticket ticket, int article, Mail mail, AgentViewer by) {
        var answer = articles.add(NewArticle.byAgent(ticket.id(), Channel.EMAIL, true, mail, by), mail);
        correspondence.answer(answer, ticket, article, mail, by);
        return answer;
    }
}
