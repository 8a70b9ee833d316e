package sportello.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Gives a ticket to another agent (S18, S62). A lock goes along with it. */
@Component
public class ChangingOwner {
    private final Workbench workbench;
    private final SystemLines lines;
    private final Chronicle chronicle;

    ChangingOwner(Workbench workbench, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> change(TicketNumber number, int seen, AgentId to, AgentViewer by) {
        return give(number, seen, to, by);
    }

    /** Leaves the ticket without an owner, as before somebody was made it; a locked one keeps its own. */
    @Transactional
    public Outcome<Trace> takeAway(TicketNumber number, int seen, AgentViewer by) {
        return give(number, seen, null, by);
    }

    private Outcome<Trace> give(TicketNumber number, int seen, @Nullable AgentId to, AgentViewer by) {
        return workbench.work(number, Work.CHANGE_OWNER, by, seen, ticket -> given(ticket, to, by.actor()));
    }

    Outcome<Trace> given(Ticket ticket, @Nullable AgentId to, Actor by) {
        var from = ticket.owner();
        if (Objects.equals(to, from)) return Outcome.done(Trace.NONE);
        if (to == null && ticket.isLocked()) return Outcome.refused("person.locked");
        var person = to == null ? null : workbench.ableIn(ticket.queue(), to).orElse(null);
        if (to != null && person == null) return Outcome.refused("person.unable");
        ticket.ownBy(to);
        workbench.put(ticket, by);
        if (person == null) lines.write(ticket.id(), SystemLine.NO_OWNER);
        else lines.write(ticket.id(), SystemLine.OWNER, person.name());
        return Outcome.done(new Trace(chronicle.record(new TicketEvent.OwnerChanged(ticket.id(), by, from, to))));
    }
}
