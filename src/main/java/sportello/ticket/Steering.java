package sportello.ticket;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.identity.Actor;
import sportello.queue.QueueId;
import sportello.queue.Queues;

/**
 * Does with a ticket what the house's filters want of a mail. What is in somebody's hands stays there, and who may not work
 * in the queue gets nothing.
 */
@Component
public class Steering {
    private final Workbench workbench;
    private final Queues queues;
    private final Moving moving;
    private final TicketTypeSql types;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final Clock clock;

    Steering(
            Workbench workbench,
            Queues queues,
            Moving moving,
            TicketTypeSql types,
            SystemLines lines,
            Chronicle chronicle,
            Clock clock) {
        this.workbench = workbench;
        this.queues = queues;
        this.moving = moving;
        this.types = types;
        this.lines = lines;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * What is wanted; null where nothing is.
     *
     * @param until when it is to be looked at again
     * @param locked whether its owner is to have it in hand
     */
    public record Wanted(
            @Nullable QueueId queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            @Nullable Priority priority,
            @Nullable TicketType type,
            @Nullable Instant until,
            boolean locked) {

        boolean isNothing() {
            return queue == null
                    && owner == null
                    && responsible == null
                    && priority == null
                    && type == null
                    && until == null
                    && !locked;
        }
    }

    /** What cannot be worked on any more is left as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void steer(TicketId id, Wanted wanted) {
        if (wanted.isNothing()) return;
        var ticket = workbench.take(id);
        if (!ticket.isActive()) return;
        if (wanted.queue() != null && !ticket.isLocked()) move(ticket, wanted.queue());
        if (wanted.owner() != null && !ticket.isLocked()) own(ticket, wanted.owner());
        if (wanted.responsible() != null) answerFor(ticket, wanted.responsible());
        if (wanted.priority() != null) prioritise(ticket, wanted.priority());
        if (wanted.type() != null) classify(ticket, wanted.type());
        if (wanted.locked()) lock(ticket);
        if (wanted.until() != null) postpone(ticket, wanted.until());
    }

    private void move(Ticket ticket, QueueId target) {
        if (!ticket.queue().equals(target)) moving.moved(ticket, queues.get(target), Actor.SYSTEM);
    }

    private void own(Ticket ticket, AgentId to) {
        var from = ticket.owner();
        var person = workbench.ableIn(ticket.queue(), to).orElse(null);
        if (person == null || to.equals(from)) return;
        ticket.ownBy(to);
        workbench.put(ticket, Actor.SYSTEM);
        lines.write(ticket.id(), SystemLine.OWNER, person.name());
        chronicle.record(new TicketEvent.OwnerChanged(ticket.id(), Actor.SYSTEM, from, to));
    }

    private void answerFor(Ticket ticket, AgentId to) {
        var from = ticket.responsible();
        var person = workbench.ableIn(ticket.queue(), to).orElse(null);
        if (person == null || to.equals(from)) return;
        ticket.beResponsible(to);
        workbench.put(ticket, Actor.SYSTEM);
        lines.write(ticket.id(), SystemLine.RESPONSIBLE, person.name());
        chronicle.record(new TicketEvent.ResponsibleChanged(ticket.id(), Actor.SYSTEM, from, to));
    }

    private void prioritise(Ticket ticket, Priority to) {
        var from = ticket.priority();
        if (from == to) return;
        ticket.prioritise(to);
        workbench.put(ticket, Actor.SYSTEM);
        lines.write(ticket.id(), to);
        chronicle.record(new TicketEvent.PriorityChanged(ticket.id(), Actor.SYSTEM, from, to));
    }

    private void classify(Ticket ticket, TicketType to) {
        var from = types.of(ticket.id()).orElse(null);
        if (to.equals(from)) return;
        types.classify(ticket.id(), to);
        workbench.put(ticket, Actor.SYSTEM);
        chronicle.record(new TicketEvent.TypeChanged(ticket.id(), Actor.SYSTEM, from, to));
    }

    private void lock(Ticket ticket) {
        var owner = ticket.owner();
        if (owner == null || ticket.isLocked()) return;
        ticket.lock(owner, clock.instant());
        workbench.put(ticket, Actor.SYSTEM);
        lines.write(ticket.id(), SystemLine.LOCKED);
        chronicle.record(new TicketEvent.Locked(ticket.id(), Actor.SYSTEM, owner));
    }

    private void postpone(Ticket ticket, Instant until) {
        var before = ticket.state();
        ticket.postpone(State.PENDING_REMINDER, until);
        workbench.put(ticket, Actor.SYSTEM);
        chronicle.record(
                new TicketEvent.Postponed(ticket.id(), Actor.SYSTEM, State.PENDING_REMINDER, until, null, before));
    }
}
