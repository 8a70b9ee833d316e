package sportello.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.AgentId;
import sportello.field.WantedField;
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
    private final ChangingOwner owning;
    private final ChangingResponsible answering;
    private final Prioritising prioritising;
    private final Classifying classifying;
    private final Locking locking;
    private final Postponing postponing;
    private final FillingIn filling;

    Steering(
            Workbench workbench,
            Queues queues,
            Moving moving,
            ChangingOwner owning,
            ChangingResponsible answering,
            Prioritising prioritising,
            Classifying classifying,
            Locking locking,
            Postponing postponing,
            FillingIn filling) {
        this.filling = filling;
        this.workbench = workbench;
        this.queues = queues;
        this.moving = moving;
        this.owning = owning;
        this.answering = answering;
        this.prioritising = prioritising;
        this.classifying = classifying;
        this.locking = locking;
        this.postponing = postponing;
    }

    /**
     * What is wanted; null where nothing is.
     *
     * @param waiting in which state it is to wait, if {@code until} says until when
     * @param until when it is to be looked at again
     * @param locked whether its owner is to have it in hand
     * @param fields what those of the house's own are to say
     */
    public record Wanted(
            @Nullable QueueId queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            @Nullable Priority priority,
            Classes classes,
            @Nullable Status waiting,
            @Nullable Instant until,
            boolean locked,
            List<WantedField> fields) {

        public Wanted {
            fields = List.copyOf(fields);
        }

        boolean isNothing() {
            return queue == null
                    && owner == null
                    && responsible == null
                    && priority == null
                    && classes.areNone()
                    && until == null
                    && !locked
                    && fields.isEmpty();
        }
    }

    /** What cannot be worked on any more is left as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void steer(TicketId id, Wanted wanted) {
        if (wanted.isNothing()) return;
        var ticket = workbench.take(id);
        if (!ticket.isActive()) return;
        if (!ticket.isLocked()) hand(ticket, wanted.queue(), wanted.owner());
        if (wanted.responsible() != null) answering.given(ticket, wanted.responsible(), Actor.SYSTEM);
        if (wanted.priority() != null) prioritising.prioritised(ticket, wanted.priority(), Actor.SYSTEM);
        classifying.classified(ticket, wanted.classes(), Actor.SYSTEM);
        filling.told(ticket, wanted.fields(), Actor.SYSTEM);
        if (wanted.locked() && ticket.owner() != null) locking.held(ticket, ticket.owner(), Actor.SYSTEM);
        if (wanted.waiting() != null && wanted.until() != null)
            postponing.postponed(ticket, wanted.waiting(), wanted.until(), null, Actor.SYSTEM);
    }

    private void hand(Ticket ticket, @Nullable QueueId queue, @Nullable AgentId owner) {
        if (queue != null && !queue.equals(ticket.queue())) moving.moved(ticket, queues.get(queue), Actor.SYSTEM);
        if (owner != null) owning.given(ticket, owner, Actor.SYSTEM);
    }
}
