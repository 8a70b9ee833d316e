package sportello.ticket;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.Queues;

/**
 * Takes back what should not have been done: the ticket stands exactly as it stood, with its state and its days, its
 * owner and the lock. The history tells of the contrary, and so are people told. It takes the key of the contrary too.
 */
@Component
public class Restoring {
    private final Workbench workbench;
    private final Queues queues;
    private final SystemLines lines;
    private final Chronicle chronicle;

    Restoring(Workbench workbench, Queues queues, SystemLines lines, Chronicle chronicle) {
        this.workbench = workbench;
        this.queues = queues;
        this.lines = lines;
        this.chronicle = chronicle;
    }

    /** Nobody else changes the ticket until the transaction ends, so that it is still so when the work begins. */
    @Transactional
    public AsItWas asItIs(TicketNumber number, AgentViewer by) {
        return AsItWas.of(workbench.take(number, by).snapshot());
    }

    /** @param seen the version of the ticket that the decision was made on; so for all that follow */
    @Transactional
    public Outcome<Trace> undoLocking(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        return back(number, Work.RELEASE, seen, was, by, ticket -> {
            lines.write(ticket.id(), SystemLine.RELEASED);
            return new TicketEvent.Released(ticket.id(), by.actor(), by.id());
        });
    }

    /** Of what the agent had locked: nobody can lock in another's name. */
    @Transactional
    public Outcome<Trace> undoReleasing(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        return back(number, Work.LOCK, seen, was, by, ticket -> {
            lines.write(ticket.id(), SystemLine.LOCKED);
            return new TicketEvent.Locked(ticket.id(), by.actor(), by.id());
        });
    }

    @Transactional
    public Outcome<Trace> undoMoving(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        var home = queues.find(was.queue()).filter(Queue::valid).orElse(null);
        if (home == null || !by.may(Permission.MOVE_INTO, home.group())) return Outcome.refused("move.target");
        return workbench.work(
                number,
                Work.MOVE,
                by,
                seen,
                ticket -> Outcome.unless(ticket.limits().against(home.id()), () -> {
                    var from = ticket.queue();
                    return back(ticket, was, by, moved -> {
                        lines.write(moved.id(), SystemLine.MOVED, home.name());
                        return new TicketEvent.Moved(
                                moved.id(), by.actor(), from, home.id(), moved.owner(), moved.responsible());
                    });
                }));
    }

    /** What had waited for another day waits for that again. */
    @Transactional
    public Outcome<Trace> undoPostponing(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        return workbench.work(number, Work.RESUME, by, seen, ticket -> {
            var before = ticket.state();
            return back(ticket, was, by, again -> {
                var until = was.pendingUntil();
                return until == null
                        ? new TicketEvent.Resumed(again.id(), by.actor())
                        : new TicketEvent.Postponed(again.id(), by.actor(), again.state(), until, null, before);
            });
        });
    }

    /** The house itself says so among the articles. */
    @Transactional
    public Outcome<Trace> undoClosing(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        return back(number, Work.REOPEN, seen, was, by, ticket -> {
            var line = lines.write(ticket.id(), SystemLine.CLOSING_UNDONE);
            return new TicketEvent.Reopened(ticket.id(), by.actor(), line, false);
        });
    }

    /** The house itself says so among the articles. A cause that was known is not asked for again. */
    @Transactional
    public Outcome<Trace> undoReopening(TicketNumber number, int seen, AsItWas was, AgentViewer by) {
        return back(number, Work.CLOSE, seen, was, by, ticket -> {
            var line = lines.write(ticket.id(), SystemLine.REOPENING_UNDONE);
            var successful = was.state().model() == State.CLOSED_SUCCESSFUL;
            return new TicketEvent.Closed(ticket.id(), by.actor(), line, false, successful);
        });
    }

    private Outcome<Trace> back(
            TicketNumber number,
            Work contrary,
            int seen,
            AsItWas was,
            AgentViewer by,
            Function<Ticket, TicketEvent> telling) {
        return workbench.work(number, contrary, by, seen, ticket -> back(ticket, was, by, telling));
    }

    private Outcome<Trace> back(Ticket ticket, AsItWas was, AgentViewer by, Function<Ticket, TicketEvent> telling) {
        var owner = was.owner();
        if (owner != null
                && was.lockedAt() != null
                && workbench.ableIn(was.queue(), owner).isEmpty()) return Outcome.refused("person.unable");
        var before = ticket.owner();
        ticket.standAgain(was);
        workbench.put(ticket, by.actor());
        var event = telling.apply(ticket);
        if (!Objects.equals(before, owner) && !(event instanceof TicketEvent.Moved)) {
            chronicle.note(new TicketEvent.OwnerChanged(ticket.id(), by.actor(), before, owner));
        }
        return Outcome.done(new Trace(chronicle.record(event)));
    }
}
