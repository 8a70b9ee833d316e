package sportello.ticket;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.identity.Actor;

/**
 * Does what the dates of waiting tickets say, once for each date: reminds, or closes (S69). Each ticket is a transaction
 * of its own, so that one that cannot be dealt with holds up no other; what a sleeping house missed is done when it wakes.
 */
@Component
class FallingDue {
    private static final Logger LOG = LoggerFactory.getLogger(FallingDue.class);
    private static final int AT_ONCE = 500;

    private final TicketSql tickets;
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final TransactionOperations transaction;
    private final Clock clock;

    FallingDue(
            TicketSql tickets,
            Workbench workbench,
            SystemLines lines,
            Chronicle chronicle,
            TransactionOperations transaction,
            Clock clock) {
        this.tickets = tickets;
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Several nodes may do this at the same time. */
    void all() {
        for (var id : tickets.due(clock.instant(), AT_ONCE)) one(id);
    }

    private void one(TicketId id) {
        try {
            transaction.executeWithoutResult(
                    status -> tickets.takeDue(id, clock.instant()).ifPresent(this::fallDue));
        } catch (RuntimeException broken) {
            LOG.error("Ticket {} is due and could not be dealt with; it is tried again", id.value(), broken);
        }
    }

    private void fallDue(Ticket ticket) {
        var until = ticket.snapshot().pendingUntil();
        ticket.fallDue(clock.instant());
        var closed = !ticket.isActive();
        var line = closed ? lines.write(ticket.id(), SystemLine.CLOSED_WHEN_DUE) : null;
        workbench.put(ticket, Actor.SYSTEM);
        if (line != null) {
            var successful = ticket.state().model() == State.CLOSED_SUCCESSFUL;
            chronicle.record(new TicketEvent.Closed(ticket.id(), Actor.SYSTEM, line, false, successful));
        } else if (until != null) {
            chronicle.record(new TicketEvent.ReminderReached(ticket.id(), Actor.SYSTEM, until, ticket.isLocked()));
        }
    }
}
