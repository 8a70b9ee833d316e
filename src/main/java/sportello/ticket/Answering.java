package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sequels.Written;

/** Answers the customer: visible in the portal and mailed (S67). A free ticket is locked by answering. */
@Component
public class Answering {
    private final Workbench workbench;
    private final Articles articles;
    private final Correspondence correspondence;
    private final Confidences confidences;
    private final Sequels sequels;
    private final Chronicle chronicle;

    Answering(
            Workbench workbench,
            Articles articles,
            Correspondence correspondence,
            Confidences confidences,
            Sequels sequels,
            Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.correspondence = correspondence;
        this.confidences = confidences;
        this.sequels = sequels;
        this.chronicle = chronicle;
    }

    /** The ticket stays as it is. */
    @Transactional
    public Outcome<Trace> answer(TicketNumber number, int seen, int article, Mail mail, AgentViewer by) {
        return answer(number, seen, article, mail, new Sequel.Stay(), by);
    }

    /**
     * @param seen the version of the ticket that the answer was written on
     * @param article the number of the article that is answered, 0 for none in particular
     * @param sequel what becomes of the ticket; where it is closed, the answer says why
     */
    @Transactional
    public Outcome<Trace> answer(TicketNumber number, int seen, int article, Mail mail, Sequel sequel, AgentViewer by) {
        return workbench.write(
                number,
                Work.ANSWER,
                sequel,
                by,
                seen,
                ticket -> Outcome.unless(
                        confidences.against(ticket, article, mail),
                        () -> sequels.of(
                                sequel, ticket, mail.fields(), by, said -> write(ticket, article, mail, said, by))));
    }

    private Written write(Ticket ticket, int article, Mail mail, List<WantedField> said, AgentViewer by) {
        var answer =
                articles.add(NewArticle.byAgent(ticket.id(), Channel.EMAIL, true, mail, by), mail, said, by.actor());
        correspondence.answer(answer, ticket, article, mail, confidences.encrypting(ticket, article, mail), by);
        confidences.sent(ticket, answer, article, mail, by);
        var line = chronicle.record(new TicketEvent.Answered(ticket.id(), by.actor(), answer));
        return new Written(answer, true, line);
    }
}
