package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sequels.Written;

/**
 * Writes down a telephone call, made or received, with the customer user or with anybody else (S66). It has taken place,
 * so no lock and no closing stands in the way; the customer never reads it.
 */
@Component
public class Calling {
    private final Workbench workbench;
    private final Articles articles;
    private final RecipientSql recipients;
    private final Sequels sequels;
    private final Chronicle chronicle;

    Calling(Workbench workbench, Articles articles, RecipientSql recipients, Sequels sequels, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.recipients = recipients;
        this.sequels = sequels;
        this.chronicle = chronicle;
    }

    /** @param other the person on the other end */
    @Transactional
    public Outcome<Trace> call(
            TicketNumber number,
            Call call,
            PersonName other,
            Title subject,
            Message text,
            Uploads uploads,
            AgentViewer by) {
        return call(number, 0, call, other, new Word(subject, text, uploads, Spent.NONE), new Sequel.Stay(), by);
    }

    /**
     * @param seen the version of the ticket on which it was decided what becomes of it
     * @param sequel what becomes of the ticket
     */
    @Transactional
    public Outcome<Trace> call(
            TicketNumber number, int seen, Call call, PersonName other, Word word, Sequel sequel, AgentViewer by) {
        return workbench.write(
                number,
                Work.CALL,
                sequel,
                by,
                seen,
                ticket -> sequels.ofNote(
                        sequel, ticket, word.fields(), by, said -> write(ticket, call, other, word, said, by)));
    }

    private Written write(
            Ticket ticket, Call call, PersonName other, Word word, List<WantedField> said, AgentViewer by) {
        var article = articles.add(
                NewArticle.ofCall(ticket.id(), call, by, other, word.subject().value(), word.text()),
                word.files(),
                word.spent(),
                said,
                by.actor());
        if (call == Call.MADE) recipients.insert(article, new ArticleRecipient(1, "to", other.value(), "", null));
        var line = chronicle.record(new TicketEvent.Called(ticket.id(), by.actor(), article, call));
        return new Written(article, false, line);
    }
}
