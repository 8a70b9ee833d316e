package sportello.ticket;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.TypedFields;
import sportello.identity.Viewer.AgentViewer;

/** Closes a ticket with or without success, always with a word on why (S22, S70). Closing frees it. */
@Component
public class Closing {
    private final Workbench workbench;
    private final Labels labels;
    private final FillingIn filling;
    private final Articles articles;
    private final Chronicle chronicle;
    private final Clock clock;

    Closing(
            Workbench workbench,
            Labels labels,
            FillingIn filling,
            Articles articles,
            Chronicle chronicle,
            Clock clock) {
        this.workbench = workbench;
        this.labels = labels;
        this.filling = filling;
        this.articles = articles;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Nobody says how long it took, and nobody was asked for fields. */
    @Transactional
    public Outcome<Trace> close(
            TicketNumber number, int seen, Status end, Title subject, Message text, boolean visible, AgentViewer by) {
        var word = new Word(subject, text, Uploads.NONE, Spent.NONE);
        return close(number, seen, end, word, visible, TypedFields.NONE, by);
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param end the state in which it is closed
     * @param word why
     * @param visible whether the customer reads the text too; the customer is told of the closing in any case
     * @param fields as the form asked for them
     */
    @Transactional
    public Outcome<Trace> close(
            TicketNumber number, int seen, Status end, Word word, boolean visible, TypedFields fields, AgentViewer by) {
        var hindrance = hindrance(end);
        if (hindrance.isPresent()) return new Outcome.Refused<>(hindrance.get());
        return workbench.work(
                number,
                Work.CLOSE,
                by,
                seen,
                ticket -> Outcome.unless(ticket.limits().against(end), () -> filling.atClosing(ticket, fields, by))
                        .then(wanted -> {
                            filling.say(ticket.id(), wanted, by.actor());
                            var why = NewArticle.byAgent(
                                    ticket.id(),
                                    Channel.NOTE,
                                    visible,
                                    by.id(),
                                    by.name(),
                                    word.subject().value(),
                                    word.text());
                            var article = articles.add(why, word.files(), word.spent());
                            return Outcome.done(new Trace(close(ticket, article, visible, end, by)));
                        }));
    }

    /** Why nothing can be closed like that. */
    Optional<Refusal> hindrance(Status end) {
        return end.type() == StateType.CLOSED && labels.now().isInUse(end)
                ? Optional.empty()
                : Optional.of(new Refusal("states.unknown"));
    }

    /** @param word the article that says why */
    HistoryId close(Ticket ticket, ArticleId word, boolean visible, Status end, AgentViewer by) {
        ticket.close(end, by.id(), clock.instant());
        workbench.put(ticket, by.actor());
        return chronicle.record(
                new TicketEvent.Closed(ticket.id(), by.actor(), word, visible, end.model() == State.CLOSED_SUCCESSFUL));
    }
}
