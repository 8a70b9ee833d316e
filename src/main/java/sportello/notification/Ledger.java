package sportello.notification;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterId;
import sportello.queue.QueueHours;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketId;
import sportello.webhook.DeliveryId;

/** Who was told of a ticket's events, by which rule, and whether it arrived; and who was not, and why. */
@Component
public class Ledger {
    private final LedgerSql sql;
    private final QueueHours hours;
    private final Clock clock;

    Ledger(LedgerSql sql, QueueHours hours, Clock clock) {
        this.sql = sql;
        this.hours = hours;
        this.clock = clock;
    }

    /** Everything about the ticket, oldest first, in one statement as long as nothing waits for the working hours. */
    public List<LedgerLine> of(TicketId ticket) {
        return dated(sql.of(ticket));
    }

    /** What one event led to, in the order in which the rules were asked. */
    public List<LedgerLine> of(HistoryId line) {
        return dated(sql.of(line));
    }

    /** Until when what waits for the working hours of the one ticket waits, as they are now. */
    private List<LedgerLine> dated(List<LedgerLine> lines) {
        var waiting =
                lines.stream().filter(line -> line.fate() instanceof Fate.Held).findFirst();
        if (waiting.isEmpty()) return lines;
        var now = clock.instant();
        var until = hours.restOf(sql.queue(waiting.get().line()), now).orElse(now);
        return lines.stream()
                .map(line -> line.fate() instanceof Fate.Held ? line.with(new Fate.Held(until)) : line)
                .toList();
    }

    /** The letters by which people were told of these tickets. */
    public List<LetterId> letters(Collection<TicketId> tickets) {
        return sql.letters(tickets);
    }

    /** What webhooks were told of these tickets. */
    public List<DeliveryId> deliveries(Collection<TicketId> tickets) {
        return sql.deliveries(tickets);
    }

    /** That somebody was told stays, and who it was goes. Whoever asks has decided that it may be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerUserId person, Set<String> addresses, String standIn) {
        sql.forget(person, addresses, standIn);
    }

    /** Of those outside the desk who were told of these tickets. */
    public List<LetterId> lettersOutside(Collection<TicketId> tickets) {
        return sql.lettersOutside(tickets);
    }

    /** The same for all outside the desk who were told of these tickets. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Collection<TicketId> tickets, String nobody) {
        sql.empty(tickets, nobody);
    }
}
