package sportello.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;

/** Moves a ticket to another queue, where the agent may move things into (S20, S64). Moving frees it. */
@Component
public class Moving {
    private final Workbench workbench;
    private final Queues queues;
    private final SystemLines lines;
    private final Chronicle chronicle;

    Moving(Workbench workbench, Queues queues, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.queues = queues;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** @param seen the version of the ticket that the decision was made on */
    @Transactional
    public Outcome<Trace> move(TicketNumber number, int seen, QueueId target, AgentViewer by) {
        return workbench.work(number, Work.MOVE, by, seen, ticket -> {
            if (ticket.queue().equals(target)) return Outcome.done(Trace.NONE);
            var queue = queues.find(target).filter(Queue::valid).orElse(null);
            if (queue == null || !by.may(Permission.MOVE_INTO, queue.group())) return Outcome.refused("move.target");
            return Outcome.unless(
                    ticket.limits().against(target), () -> Outcome.done(moved(ticket, queue, by.actor())));
        });
    }

    Trace moved(Ticket ticket, Queue target, Actor by) {
        var from = ticket.queue();
        var owner = firstAble(target, ticket.owner(), target.defaultOwner());
        var responsible = firstAble(target, ticket.responsible(), target.defaultResponsible());
        ticket.move(target.id(), owner, responsible);
        workbench.put(ticket, by);
        lines.write(ticket.id(), SystemLine.MOVED, target.name());
        return new Trace(
                chronicle.record(new TicketEvent.Moved(ticket.id(), by, from, target.id(), owner, responsible)));
    }

    private @Nullable AgentId firstAble(Queue queue, @Nullable AgentId present, @Nullable AgentId byDefault) {
        if (present != null && workbench.ableIn(queue.id(), present).isPresent()) return present;
        if (byDefault != null && workbench.ableIn(queue.id(), byDefault).isPresent()) return byDefault;
        return null;
    }
}
