package sportello.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Actor;
import sportello.identity.Viewer;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.queue.Queues;

/** Where tickets are taken up, worked and put back, always within the transaction of a use case. */
@Component
class Workbench {
    private final TicketSql tickets;
    private final Chronicle chronicle;
    private final Queues queues;
    private final Agents agents;
    private final Clock clock;

    Workbench(TicketSql tickets, Chronicle chronicle, Queues queues, Agents agents, Clock clock) {
        this.tickets = tickets;
        this.chronicle = chronicle;
        this.queues = queues;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Takes up the ticket, asks whether the agent may do the work now, and if so lets it be done.
     *
     * @param seen the version that the agent decided on; ignored by work that does not depend on it
     * @throws TicketNotFound if it does not exist for the viewer
     */
    Outcome<Trace> work(
            TicketNumber number, Work work, AgentViewer by, int seen, Function<Ticket, Outcome<Trace>> change) {
        var ticket = take(number, by);
        var permitted = may(by, work.permission(), ticket.queue());
        var obstacle = ticket.obstacle(work, by.id(), permitted, seen);
        return obstacle.<Outcome<Trace>>map(found -> new Outcome.Refused<>(inWords(found)))
                .orElseGet(() -> change.apply(ticket));
    }

    /** The same for what is written on it, and for what becomes of it then: both must be possible. */
    Outcome<Trace> write(
            TicketNumber number,
            Work writing,
            Sequel sequel,
            AgentViewer by,
            int seen,
            Function<Ticket, Outcome<Trace>> change) {
        return work(
                number,
                sequel.work(writing),
                by,
                seen,
                ticket -> Outcome.unless(
                        missing(writing, by, ticket).or(() -> ticket.limits().against(writing)),
                        () -> change.apply(ticket)));
    }

    private Optional<Refusal> missing(Work work, AgentViewer by, Ticket ticket) {
        return may(by, work.permission(), ticket.queue())
                ? Optional.empty()
                : Optional.of(inWords(new Obstacle.NoPermission(work)));
    }

    /** Nobody else changes the ticket until the transaction ends. */
    Ticket take(TicketNumber number, Viewer viewer) {
        return tickets.forUpdate(number, viewer).orElseThrow(() -> new TicketNotFound(number));
    }

    /** The same for what the house does by itself; of a ticket that was merged, the one in which it goes on. */
    Ticket take(TicketId id) {
        var ticket = tickets.forUpdate(id);
        var target = ticket.mergedInto();
        return target == null ? ticket : take(target);
    }

    /** Before two tickets are taken up: everybody waits for them in the same order, so that nobody waits for each other. */
    void hold(TicketNumber one, TicketNumber other) {
        tickets.hold(one, other);
    }

    /** A second ticket for a piece of work; empty if it does not exist for the viewer. */
    Optional<Ticket> takeOther(TicketNumber number, Viewer viewer) {
        return tickets.forUpdate(number, viewer);
    }

    /** The ticket in which a merged one goes on; empty if that does not exist for the viewer. */
    Optional<Ticket> takeEnd(Ticket merged, Viewer viewer) {
        return tickets.forUpdate(tickets.end(merged.id()), viewer);
    }

    /** Saves the ticket; a change of state is a line of its own. */
    void put(Ticket ticket, Actor by) {
        tickets.update(ticket.snapshot(), clock.instant());
        var before = ticket.saved();
        if (!before.equals(ticket.state())) {
            chronicle.record(new TicketEvent.StateChanged(ticket.id(), by, before, ticket.state()));
        }
    }

    boolean may(AgentViewer by, Permission wanted, QueueId queue) {
        return by.may(wanted, queues.get(queue).group());
    }

    /** The agent, if the person can be given tickets of this queue. */
    Optional<Agent> ableIn(QueueId queue, AgentId agent) {
        return agents.with(Permission.RW, queues.get(queue).group()).stream()
                .filter(able -> able.id().equals(agent))
                .findFirst();
    }

    /** Whether it is in the hands of somebody who no longer works here. */
    boolean isLeft(Ticket ticket) {
        var holder = ticket.owner();
        return ticket.isLocked()
                && holder != null
                && agents.find(holder).filter(Agent::valid).isEmpty();
    }

    /** The agents who may see the tickets of this queue. */
    List<Agent> seeing(QueueId queue) {
        return agents.with(Permission.RO, queues.get(queue).group());
    }

    private Refusal inWords(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NoPermission(var work) ->
                new Refusal("ticket.no_permission", work.permission().key());
            case Obstacle.NotActive() -> new Refusal("ticket.not_active");
            case Obstacle.NotNow(var needed) -> notNow(needed);
            case Obstacle.Limited(var why) -> why;
            case Obstacle.NotResponsible(var responsible) -> new Refusal("ticket.not_responsible", nameOf(responsible));
            case Obstacle.Held(var holder, var since) -> new Refusal("ticket.held", nameOf(holder), since);
            case Obstacle.Changed() -> new Refusal("ticket.changed");
        };
    }

    private static Refusal notNow(Work.When needed) {
        return switch (needed) {
            case ALWAYS, ACTIVE -> new Refusal("ticket.not_active");
            case PENDING -> new Refusal("ticket.not_pending");
            case CLOSED -> new Refusal("ticket.not_closed");
            case UNASCERTAINED -> new Refusal("ticket.nothing_owed");
            case MERGED -> new Refusal("ticket.not_merged");
        };
    }

    private String nameOf(AgentId agent) {
        return agents.find(agent).map(Agent::name).orElse("?");
    }
}
