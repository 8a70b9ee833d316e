package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sequels.Written;

/** Mails anybody about a ticket (S66, "posta in uscita"). A free ticket is locked by it. */
@Component
public class Mailing {
    private final Workbench workbench;
    private final Articles articles;
    private final Correspondence correspondence;
    private final Confidences confidences;
    private final Sequels sequels;
    private final Chronicle chronicle;

    Mailing(
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
    public Outcome<Trace> mail(TicketNumber number, int seen, Mail mail, boolean visible, AgentViewer by) {
        return mail(number, seen, mail, visible, new Sequel.Stay(), by);
    }

    /**
     * @param seen the version of the ticket that the mail was written on
     * @param visible whether the customer reads it in the portal
     * @param sequel what becomes of the ticket
     */
    @Transactional
    public Outcome<Trace> mail(
            TicketNumber number, int seen, Mail mail, boolean visible, Sequel sequel, AgentViewer by) {
        return workbench.write(
                number,
                Work.MAIL,
                sequel,
                by,
                seen,
                ticket -> Outcome.unless(
                        confidences.against(ticket, 0, mail),
                        () -> sequels.of(
                                sequel, ticket, mail.fields(), by, said -> write(ticket, mail, visible, said, by))));
    }

    private Written write(Ticket ticket, Mail mail, boolean visible, List<WantedField> said, AgentViewer by) {
        var article =
                articles.add(NewArticle.byAgent(ticket.id(), Channel.EMAIL, visible, mail, by), mail, said, by.actor());
        correspondence.send(article, ticket, mail, confidences.encrypting(ticket, 0, mail), by);
        confidences.sent(ticket, article, 0, mail, by);
        var line = chronicle.record(new TicketEvent.Mailed(ticket.id(), by.actor(), article, visible));
        return new Written(article, visible, line);
    }
}
