package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Takes a ticket in hand: hard lock, owner, "in lavorazione" (S58, S59). */
@Component
public class Locking {
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final Clock clock;

    Locking(Workbench workbench, SystemLines lines, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Of many who lock at once one wins, the others are told who has it. Locking what one holds changes nothing. */
    @Transactional
    public Outcome<Trace> lock(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.LOCK, by, 0, ticket -> Outcome.done(hold(ticket, by)));
    }

    /**
     * For work that needs the lock: takes it if the ticket is free. Who holds the key of that work alone could not give it back:
     * the ticket stays free then, and is new no more.
     */
    Trace hold(Ticket ticket, AgentViewer by) {
        if (!keeps(ticket, by)) return openedBy(ticket, by);
        return held(ticket, by.id(), by.actor());
    }

    Trace held(Ticket ticket, AgentId owner, Actor by) {
        if (ticket.isLocked()) return Trace.NONE;
        return new Trace(chronicle.record(locked(ticket, owner, by)));
    }

    /** For work that tells the same people itself: they are not told of the lock besides. */
    void holdAlong(Ticket ticket, AgentViewer by) {
        if (!ticket.isLocked() && keeps(ticket, by)) chronicle.note(locked(ticket, by.id(), by.actor()));
    }

    private boolean keeps(Ticket ticket, AgentViewer by) {
        return workbench.may(by, Work.LOCK.permission(), ticket.queue());
    }

    private Trace openedBy(Ticket ticket, AgentViewer by) {
        if (ticket.state().type() == StateType.NEW) {
            ticket.open();
            workbench.put(ticket, by.actor());
        }
        return Trace.NONE;
    }

    private TicketEvent locked(Ticket ticket, AgentId owner, Actor by) {
        var before = ticket.owner();
        ticket.lock(owner, clock.instant());
        workbench.put(ticket, by);
        lines.write(ticket.id(), SystemLine.LOCKED);
        return new TicketEvent.Locked(ticket.id(), by, before);
    }
}
