package sportello.bulk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.ChangingOwner;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.History;
import sportello.ticket.Locking;
import sportello.ticket.Moving;
import sportello.ticket.Prioritising;
import sportello.ticket.Releasing;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketFile;
import sportello.ticket.Trace;
import sportello.ticket.Watching;

/**
 * Takes back what a bulk did to a ticket, by doing the contrary: the history shows both. Only where the line that the
 * bulk left is still the last one, so that nothing is taken back that somebody has built upon.
 */
@Component
class Reversal {
    private final BulkSql sql;
    private final History history;
    private final Locking locking;
    private final Releasing releasing;
    private final Moving moving;
    private final ChangingOwner changingOwner;
    private final ChangingResponsible changingResponsible;
    private final Prioritising prioritising;
    private final Watching watching;

    Reversal(
            BulkSql sql,
            History history,
            Locking locking,
            Releasing releasing,
            Moving moving,
            ChangingOwner changingOwner,
            ChangingResponsible changingResponsible,
            Prioritising prioritising,
            Watching watching) {
        this.sql = sql;
        this.history = history;
        this.locking = locking;
        this.releasing = releasing;
        this.moving = moving;
        this.changingOwner = changingOwner;
        this.changingResponsible = changingResponsible;
        this.prioritising = prioritising;
        this.watching = watching;
    }

    Outcome<Trace> of(BulkId bulk, TicketFile ticket, AgentViewer by) {
        var left = sql.lineOn(ticket.number(), bulk);
        var last = history.lastOf(ticket.id());
        if (left.isEmpty() || last.isEmpty() || !last.get().id().equals(left.get())) {
            return Outcome.refused("bulk.changed");
        }
        return contrary(last.get().event(), ticket, by);
    }

    /** Of the events that a reversible action leaves; what was done by others is not ours to take back. */
    private Outcome<Trace> contrary(TicketEvent event, TicketFile ticket, AgentViewer by) {
        var number = ticket.number();
        var version = ticket.version();
        if (event instanceof TicketEvent.Locked) return releasing.release(number, by);
        if (event instanceof TicketEvent.Released released) return lockAgain(released.holder(), ticket, by);
        if (event instanceof TicketEvent.Watched) return watching.leave(number, by);
        if (event instanceof TicketEvent.Moved moved) return moving.move(number, version, moved.from(), by);
        if (event instanceof TicketEvent.PriorityChanged changed) {
            return prioritising.prioritise(number, version, changed.from(), by);
        }
        if (event instanceof TicketEvent.OwnerChanged changed) {
            var before = changed.from();
            return before == null
                    ? changingOwner.takeAway(number, version, by)
                    : changingOwner.change(number, version, before, by);
        }
        if (event instanceof TicketEvent.ResponsibleChanged changed) {
            var before = changed.from();
            return before == null
                    ? changingResponsible.takeAway(number, version, by)
                    : changingResponsible.change(number, version, before, by);
        }
        return Outcome.refused("bulk.final");
    }

    /** Nobody can lock in another's name. */
    private Outcome<Trace> lockAgain(@Nullable AgentId holder, TicketFile ticket, AgentViewer by) {
        return by.id().equals(holder) ? locking.lock(ticket.number(), by) : Outcome.refused("bulk.held_by_other");
    }
}
