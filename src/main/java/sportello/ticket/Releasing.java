package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Gives a ticket back, so that others can take it (S19, S60). Owner and responsible may. */
@Component
public class Releasing {
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;

    Releasing(Workbench workbench, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** Releasing a free ticket changes nothing. */
    @Transactional
    public Outcome<Trace> release(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.RELEASE, by, 0, ticket -> Outcome.done(free(ticket, by.actor())));
    }

    /** By the house, if whoever holds it no longer works here and nobody would hear of what comes. */
    void releaseIfLeft(Ticket ticket) {
        if (workbench.isLeft(ticket)) free(ticket, Actor.SYSTEM);
    }

    private Trace free(Ticket ticket, Actor by) {
        if (!ticket.isLocked()) return Trace.NONE;
        var holder = ticket.owner();
        ticket.release();
        workbench.put(ticket, by);
        lines.write(ticket.id(), SystemLine.RELEASED);
        return new Trace(chronicle.record(new TicketEvent.Released(ticket.id(), by, holder)));
    }
}
