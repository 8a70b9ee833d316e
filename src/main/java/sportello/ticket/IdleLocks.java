package sportello.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.identity.Actor;
import sportello.ticket.IdleLockSql.Waited;
import sportello.worktime.Hours;

/**
 * Releases what somebody locked and then did not touch for as long as its queue allows, so that others can take it. The
 * time counts in the working hours that the queue follows. Work is whatever owner or responsible left in the history, and
 * what the owner is writing just now; what waits for a day is not idle.
 */
@Component
class IdleLocks {
    private static final Logger LOG = LoggerFactory.getLogger(IdleLocks.class);
    private static final int AT_ONCE = 500;

    private final IdleLockSql sql;
    private final Hours hours;
    private final TicketSql tickets;
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final TransactionOperations transaction;
    private final Clock clock;

    IdleLocks(
            IdleLockSql sql,
            Hours hours,
            TicketSql tickets,
            Workbench workbench,
            SystemLines lines,
            Chronicle chronicle,
            TransactionOperations transaction,
            Clock clock) {
        this.sql = sql;
        this.hours = hours;
        this.tickets = tickets;
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
        this.transaction = transaction;
        this.clock = clock;
    }

    void release() {
        releaseAt(clock.instant());
    }

    /** Several nodes may do this at the same time; one ticket that cannot be dealt with holds up no other. */
    void releaseAt(Instant now) {
        var queues = waited(now);
        for (var id : sql.idle(queues, AT_ONCE)) one(id, queues);
    }

    private List<Waited> waited(Instant now) {
        var timetable = hours.timetable();
        return sql.patience().stream()
                .flatMap(queue -> timetable.of(queue.hours()).before(now, queue.time()).stream()
                        .map(ends -> new Waited(queue.queue(), ends)))
                .toList();
    }

    private void one(TicketId id, List<Waited> queues) {
        try {
            transaction.executeWithoutResult(status -> {
                if (sql.take(id, queues)) free(tickets.forUpdate(id));
            });
        } catch (RuntimeException broken) {
            LOG.error("Ticket {} is idle and could not be released; it is tried again", id.value(), broken);
        }
    }

    private void free(Ticket ticket) {
        var holder = ticket.owner();
        ticket.release();
        workbench.put(ticket, Actor.SYSTEM);
        lines.write(ticket.id(), SystemLine.RELEASED_WHEN_IDLE);
        chronicle.record(new TicketEvent.Released(ticket.id(), Actor.SYSTEM, holder));
    }
}
