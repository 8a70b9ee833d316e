package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in tickets that lived before this house knew of them, each step at its own time. They obey the rules of a
 * ticket's life and leave the same history as if they had lived here, but nobody is asked for a permission, and nobody is
 * told: it is over.
 */
@Component
public class Importing {
    private final TicketNumbers numbers;
    private final TicketSql tickets;
    private final Articles articles;
    private final HistorySql history;

    Importing(TicketNumbers numbers, TicketSql tickets, Articles articles, HistorySql history) {
        this.numbers = numbers;
        this.tickets = tickets;
        this.articles = articles;
        this.history = history;
    }

    /** The ticket gets the next number of the day on which it was opened. */
    @Transactional
    public TicketNumber bring(PastTicket past) {
        var number = numbers.next(past.openedAt());
        var ticket = NewTicket.along(past.route(), number, past.title(), past.customer(), past.customerUser());
        var id = tickets.insert(ticket, past.openedAt());
        var life = PastLife.of(
                past, ticket.as(id), articles.reserve(1 + past.life().size()));
        articles.begin(life.articles());
        tickets.update(life.ticket().snapshot(), life.changedAt());
        history.begin(life.events());
        return number;
    }
}
