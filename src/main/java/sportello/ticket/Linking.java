package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Links tickets that belong together ("Collega"): side by side, or as parent and child. Two tickets are linked once. */
@Component
public class Linking {
    private final Workbench workbench;
    private final KinSql sql;
    private final Chronicle chronicle;
    private final Clock clock;

    Linking(Workbench workbench, KinSql sql, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.sql = sql;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * @param other a ticket that the agent sees
     * @param as how the other one belongs to this one
     */
    @Transactional
    public Outcome<Trace> link(TicketNumber number, TicketNumber other, Kinship as, AgentViewer by) {
        if (number.equals(other)) return Outcome.refused("link.self");
        workbench.hold(number, other);
        return workbench.work(
                number,
                Work.LINK,
                by,
                0,
                ticket -> workbench
                        .takeOther(other, by)
                        .map(second -> link(ticket, second, as, by))
                        .orElseGet(() -> Outcome.refused("link.missing", other.value())));
    }

    /** Parting what is not linked changes nothing. */
    @Transactional
    public Outcome<Trace> unlink(TicketNumber number, TicketNumber other, AgentViewer by) {
        workbench.hold(number, other);
        return workbench.work(
                number,
                Work.LINK,
                by,
                0,
                ticket -> workbench
                        .takeOther(other, by)
                        .map(second -> unlink(ticket, second, by))
                        .orElseGet(() -> Outcome.done(Trace.NONE)));
    }

    private Outcome<Trace> link(Ticket ticket, Ticket other, Kinship as, AgentViewer by) {
        if (!sql.link(ticket.id(), other.id(), as, by.id(), clock.instant())) {
            return Outcome.refused("link.double", other.number().value());
        }
        chronicle.record(new TicketEvent.Linked(other.id(), by.actor(), ticket.id(), as.reversed()));
        return Outcome.done(
                new Trace(chronicle.record(new TicketEvent.Linked(ticket.id(), by.actor(), other.id(), as))));
    }

    private Outcome<Trace> unlink(Ticket ticket, Ticket other, AgentViewer by) {
        if (!sql.unlink(ticket.id(), other.id())) return Outcome.done(Trace.NONE);
        chronicle.record(new TicketEvent.Unlinked(other.id(), by.actor(), ticket.id()));
        return Outcome.done(new Trace(chronicle.record(new TicketEvent.Unlinked(ticket.id(), by.actor(), other.id()))));
    }
}
