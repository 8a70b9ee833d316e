package sportello.bulk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Closing;
import sportello.ticket.Postponing;
import sportello.ticket.Releasing;
import sportello.ticket.Reopening;
import sportello.ticket.State;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketFile;
import sportello.ticket.Trace;

/** The contrary of closing, opening again and putting aside. What was new is open afterwards: somebody has seen it. */
@Component
class ReversalOfState {
    private final Closing closing;
    private final Reopening reopening;
    private final Postponing postponing;
    private final Releasing releasing;

    ReversalOfState(Closing closing, Reopening reopening, Postponing postponing, Releasing releasing) {
        this.closing = closing;
        this.reopening = reopening;
        this.postponing = postponing;
        this.releasing = releasing;
    }

    /**
     * @param all that ever happened to it
     * @param written what the bulk did, {@code event} the last of it
     */
    Outcome<Trace> contrary(
            TicketEvent event, List<TicketEvent> all, List<TicketEvent> written, TicketFile ticket, AgentViewer by) {
        if (event instanceof TicketEvent.Closed) return reopening.undoClosing(ticket.number(), ticket.version(), by);
        if (event instanceof TicketEvent.Reopened) return closeAgain(written, ticket, by);
        if (event instanceof TicketEvent.Postponed postponed) return resume(postponed, all, written, ticket, by);
        return Outcome.refused("bulk.final");
    }

    private Outcome<Trace> closeAgain(List<TicketEvent> written, TicketFile ticket, AgentViewer by) {
        var successful = stateBefore(written).map(State.CLOSED_SUCCESSFUL::equals);
        return successful.isEmpty()
                ? Outcome.refused("bulk.final")
                : closing.undoReopening(ticket.number(), ticket.version(), successful.get(), by);
    }

    /** What waited for another day waits for that again; what was free until it was put aside is free again. */
    private Outcome<Trace> resume(
            TicketEvent.Postponed postponed,
            List<TicketEvent> all,
            List<TicketEvent> written,
            TicketFile ticket,
            AgentViewer by) {
        var before = stateBefore(written).orElse(postponed.state());
        var wasFree = written.stream().anyMatch(event -> event instanceof TicketEvent.Locked);
        var back = before.type().isPending()
                ? waitFor(before, all.subList(0, all.size() - written.size()), ticket, by)
                : postponing.resume(ticket.number(), by);
        return back instanceof Outcome.Done && wasFree ? releasing.release(ticket.number(), by) : back;
    }

    private Outcome<Trace> waitFor(State before, List<TicketEvent> earlier, TicketFile ticket, AgentViewer by) {
        var day = earlier.reversed().stream()
                .filter(TicketEvent.Postponed.class::isInstance)
                .map(TicketEvent.Postponed.class::cast)
                .findFirst();
        return day.isEmpty()
                ? Outcome.refused("bulk.final")
                : postponing.postpone(
                        ticket.number(), ticket.version(), before, day.get().until(), null, by);
    }

    private static Optional<State> stateBefore(List<TicketEvent> written) {
        return written.stream()
                .filter(TicketEvent.StateChanged.class::isInstance)
                .map(event -> ((TicketEvent.StateChanged) event).from())
                .findFirst();
    }
}
