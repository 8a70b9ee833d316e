package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.field.FilledFields;
import sportello.field.Subject;

/**
 * Brings in tickets that lived before this house knew of them, each step at its own time. They obey the rules of a
 * ticket's life and leave the same history as if they had lived here, but nobody is asked for a permission, and nobody is
 * told: it is over.
 */
@Component
public class Importing {
    private final TicketNumbers numbers;
    private final TicketSql tickets;
    private final ChoiceSql choices;
    private final FilledFields filled;
    private final Articles articles;
    private final HistorySql history;
    private final Clock clock;

    Importing(
            TicketNumbers numbers,
            TicketSql tickets,
            ChoiceSql choices,
            FilledFields filled,
            Articles articles,
            HistorySql history,
            Clock clock) {
        this.numbers = numbers;
        this.tickets = tickets;
        this.choices = choices;
        this.filled = filled;
        this.articles = articles;
        this.history = history;
        this.clock = clock;
    }

    /** The ticket gets the next number of the day on which it was opened. */
    @Transactional
    public TicketNumber bring(PastTicket past) {
        var number = numbers.next(past.openedAt());
        var fresh = NewTicket.along(past.route(), number, past.title(), past.customer(), past.customerUser());
        var id = tickets.insert(fresh, past.openedAt());
        var life =
                PastLife.of(past, fresh.as(id), articles.reserve(1 + past.life().size()));
        articles.begin(life.articles());
        var ticket = life.ticket();
        if (ticket.state().model() == State.PENDING_REMINDER && ticket.isDue(clock.instant()))
            ticket.fallDue(clock.instant());
        tickets.update(ticket.snapshot(), life.changedAt());
        choices.say(id, ChoiceList.SERVICES, life.service());
        for (var one : life.filled())
            filled.say(Subject.TICKET, id.value(), one.field().id(), one.to());
        history.begin(life.events());
        return number;
    }
}
