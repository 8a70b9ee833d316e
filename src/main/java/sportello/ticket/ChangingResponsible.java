package sportello.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Names who guarantees that a ticket is handled regularly (S6, S63). */
@Component
public class ChangingResponsible {
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;

    ChangingResponsible(Workbench workbench, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> change(TicketNumber number, int seen, AgentId to, AgentViewer by) {
        return give(number, seen, to, by);
    }

    /** Leaves the ticket without a responsible, as before somebody was made it. */
    @Transactional
    public Outcome<Trace> takeAway(TicketNumber number, int seen, AgentViewer by) {
        return give(number, seen, null, by);
    }

    private Outcome<Trace> give(TicketNumber number, int seen, @Nullable AgentId to, AgentViewer by) {
        return workbench.work(number, Work.CHANGE_RESPONSIBLE, by, seen, ticket -> given(ticket, to, by.actor()));
    }

    Outcome<Trace> given(Ticket ticket, @Nullable AgentId to, Actor by) {
        var from = ticket.responsible();
        if (Objects.equals(to, from)) return Outcome.done(Trace.NONE);
        var person = to == null ? null : workbench.ableIn(ticket.queue(), to).orElse(null);
        if (to != null && person == null) return Outcome.refused("person.unable");
        ticket.beResponsible(to);
        workbench.put(ticket, by);
        if (person == null) lines.write(ticket.id(), SystemLine.NO_RESPONSIBLE);
        else lines.write(ticket.id(), SystemLine.RESPONSIBLE, person.name());
        return Outcome.done(new Trace(chronicle.record(new TicketEvent.ResponsibleChanged(ticket.id(), by, from, to))));
    }
}
