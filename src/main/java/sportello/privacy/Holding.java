package sportello.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

/** Administrators put organisations and tickets under a legal hold, and take it away when it is over. */
@Component
public class Holding {
    /** In characters, of a reason. */
    public static final int LONGEST = 200;

    private final HoldSql sql;
    private final Book book;
    private final Clock clock;

    Holding(HoldSql sql, Book book, Clock clock) {
        this.sql = sql;
        this.book = book;
        this.clock = clock;
    }

    /** A hold as the book tells of it. */
    private record Written(String hold, String reason) {}

    /** Those that stand in the way of erasing the person, oldest first. */
    public List<Hold> on(CustomerUserId person) {
        return sql.on(person);
    }

    @Transactional
    public Outcome<Long> place(CustomerId customer, String reason, AgentViewer by) {
        return place(customer, null, reason, by);
    }

    /** @param typed the number of a ticket, as somebody typed it */
    @Transactional
    public Outcome<Long> place(String typed, String reason, AgentViewer by) {
        var ticket = number(typed).flatMap(sql::ticket);
        return ticket.isEmpty() ? Outcome.refused("hold.ticket", typed) : place(null, ticket.get(), reason, by);
    }

    private static Optional<TicketNumber> number(String typed) {
        try {
            return Optional.of(new TicketNumber(typed.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private Outcome<Long> place(
            @Nullable CustomerId customer, @Nullable TicketId ticket, String typed, AgentViewer by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        var reason = CleanText.line(typed);
        if (CleanText.isBlank(reason)) return Outcome.refused("hold.reason");
        if (reason.length() > LONGEST) return Outcome.refused("hold.long", LONGEST);
        var placed = sql.place(customer, ticket, reason, by.id(), clock.instant());
        if (placed.isEmpty()) return Outcome.refused("hold.there");
        sql.find(placed.get()).ifPresent(hold -> book.write(Topic.PRIVACY, hold.id(), hold.what(), null, told(hold)));
        return Outcome.done(placed.get());
    }

    /** What was under it; one that is gone already is over. */
    @Transactional
    public Outcome<String> lift(long id, AgentViewer by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        var hold = sql.find(id);
        if (hold.isEmpty()) return Outcome.refused("hold.over");
        sql.lift(id);
        book.write(Topic.PRIVACY, id, hold.get().what(), told(hold.get()), null);
        return Outcome.done(hold.get().what());
    }

    private static Written told(Hold hold) {
        return new Written(hold.what(), hold.reason());
    }
}
