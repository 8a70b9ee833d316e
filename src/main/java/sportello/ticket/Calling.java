package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * Writes down a telephone call, made or received, with the customer user or with anybody else (S66). It has taken place,
 * so no lock and no closing stands in the way; the customer never reads it.
 */
@Component
public class Calling {
    private final Workbench workbench;
    private final Articles articles;
    private final RecipientSql recipients;
    private final Chronicle chronicle;

    Calling(Workbench workbench, Articles articles, RecipientSql recipients, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.recipients = recipients;
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
        return call(number, call, other, subject, text, uploads, Spent.NONE, by);
    }

    /** @param spent how long it took */
    @Transactional
    public Outcome<Trace> call(
            TicketNumber number,
            Call call,
            PersonName other,
            Title subject,
            Message text,
            Uploads uploads,
            Spent spent,
            AgentViewer by) {
        return workbench.work(number, Work.CALL, by, 0, ticket -> {
            var article = articles.add(
                    NewArticle.ofCall(ticket.id(), call, by, other, subject.value(), text), uploads, spent);
            if (call == Call.MADE) recipients.insert(article, new ArticleRecipient(1, "to", other.value(), "", null));
            workbench.put(ticket, by.actor());
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Called(ticket.id(), by.actor(), article, call))));
        });
    }
}
