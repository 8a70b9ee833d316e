package sportello.ticket;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.customer.CustomerUser;
import sportello.identity.Actor;
import sportello.queue.Route;

/** Opens the tickets of mails that belong to none yet (S4, S13 to S15). */
@Component
public class OpeningByMail {
    private final TicketNumbers numbers;
    private final TicketSql tickets;
    private final Articles articles;
    private final KinSql kin;
    private final Chronicle chronicle;
    private final Clock clock;

    OpeningByMail(
            TicketNumbers numbers, TicketSql tickets, Articles articles, KinSql kin, Chronicle chronicle, Clock clock) {
        this.numbers = numbers;
        this.tickets = tickets;
        this.articles = articles;
        this.kin = kin;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Numbers to open tickets under; taken before the transaction begins, so that nobody waits for them. */
    @Transactional(propagation = Propagation.NEVER)
    public List<TicketNumber> numbers(int count) {
        return numbers.next(count);
    }

    /**
     * The request becomes a ticket in the queue and the hands of its route.
     *
     * @param asker null where the house does not know whoever wrote; the article then says who it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Received open(
            TicketNumber number, IncomingMail mail, @Nullable CustomerUser asker, Route route, Beginning beginning) {
        var customer = asker == null ? null : asker.customer();
        var user = asker == null ? null : asker.id();
        var fresh = NewTicket.along(route, number, mail.subject(), customer, user)
                .beginning(beginning.state(), beginning.until());
        var ticket = tickets.insert(fresh, clock.instant());
        var article = articles.add(NewArticle.opening(ticket, mail, asker), mail, false);
        record(ticket, user == null ? Actor.SYSTEM : new Actor.ByCustomerUser(user), article, route, beginning);
        return new Received(ticket, article);
    }

    /** The same beside a ticket that is closed and takes no more mail; the two are linked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Received openBeside(
            TicketId closed,
            TicketNumber number,
            IncomingMail mail,
            @Nullable CustomerUser asker,
            Route route,
            Beginning beginning) {
        var former = tickets.forUpdate(closed);
        var received = open(number, mail, asker, route, beginning);
        var ticket = received.ticket();
        kin.link(ticket, former.id(), Kinship.NORMAL, null, clock.instant());
        chronicle.record(new TicketEvent.Linked(former.id(), Actor.SYSTEM, ticket, Kinship.NORMAL));
        chronicle.record(new TicketEvent.Linked(ticket, Actor.SYSTEM, former.id(), Kinship.NORMAL));
        return received;
    }

    private void record(TicketId ticket, Actor by, ArticleId article, Route route, Beginning beginning) {
        chronicle.record(TicketEvent.Opened.along(route, ticket, by, article));
        if (!beginning.state().equals(State.NEW))
            chronicle.record(new TicketEvent.StateChanged(ticket, by, State.NEW, beginning.state()));
    }
}
