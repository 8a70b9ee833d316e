package sportello.ticket;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Sets how urgent a ticket is (S72). */
@Component
public class Prioritising {
    private final Workbench workbench;
    private final Labels labels;
    private final SystemLines lines;
    private final Chronicle chronicle;

    Prioritising(Workbench workbench, Labels labels, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.labels = labels;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> prioritise(TicketNumber number, int seen, Priority wanted, AgentViewer by) {
        return workbench.work(
                number,
                Work.PRIORITISE,
                by,
                seen,
                ticket -> Outcome.unless(
                        hindrance(ticket, wanted), () -> Outcome.done(prioritised(ticket, wanted, by.actor()))));
    }

    private Optional<Refusal> hindrance(Ticket ticket, Priority wanted) {
        if (ticket.priority() == wanted) return Optional.empty();
        if (!labels.now().isInUse(wanted)) return Optional.of(new Refusal("priorities.unknown"));
        return ticket.limits().against(wanted);
    }

    Trace prioritised(Ticket ticket, Priority wanted, Actor by) {
        var before = ticket.priority();
        if (before == wanted) return Trace.NONE;
        ticket.prioritise(wanted);
        workbench.put(ticket, by);
        lines.write(ticket.id(), wanted);
        return new Trace(chronicle.record(new TicketEvent.PriorityChanged(ticket.id(), by, before, wanted)));
    }
}
