package sportello.bulk;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Archiving;
import sportello.ticket.AsItWas;
import sportello.ticket.ChangingOwner;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.Classifying;
import sportello.ticket.FillingIn;
import sportello.ticket.History;
import sportello.ticket.HistoryLine;
import sportello.ticket.Linking;
import sportello.ticket.Merging;
import sportello.ticket.Prioritising;
import sportello.ticket.Restoring;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.WantedClasses;
import sportello.ticket.Watching;

/**
 * Takes back what a bulk did to a ticket, by doing the contrary: the history shows both. Only where the line that the
 * bulk left is still the last one, so that nothing is taken back that somebody has built upon.
 */
@Component
class Reversal {
    private final BulkSql sql;
    private final History history;
    private final TicketFiles tickets;
    private final Restoring restoring;
    private final ChangingOwner changingOwner;
    private final ChangingResponsible changingResponsible;
    private final Prioritising prioritising;
    private final Classifying classifying;
    private final FillingIn filling;
    private final Watching watching;
    private final Archiving archiving;
    private final Linking linking;
    private final Merging merging;

    Reversal(
            BulkSql sql,
            History history,
            TicketFiles tickets,
            Restoring restoring,
            ChangingOwner changingOwner,
            ChangingResponsible changingResponsible,
            Prioritising prioritising,
            Classifying classifying,
            FillingIn filling,
            Watching watching,
            Archiving archiving,
            Linking linking,
            Merging merging) {
        this.sql = sql;
        this.history = history;
        this.tickets = tickets;
        this.restoring = restoring;
        this.changingOwner = changingOwner;
        this.changingResponsible = changingResponsible;
        this.prioritising = prioritising;
        this.classifying = classifying;
        this.filling = filling;
        this.watching = watching;
        this.archiving = archiving;
        this.linking = linking;
        this.merging = merging;
    }

    Outcome<Trace> of(BulkId bulk, TicketFile ticket, AgentViewer by) {
        var past = sql.pastOf(ticket.number(), bulk).orElse(null);
        var lines = history.of(ticket.id());
        if (past == null || lines.isEmpty()) return Outcome.refused("bulk.changed");
        if (past.action() instanceof BulkAction.Merge(var into)) return apart(lines.getLast(), into, ticket, by);
        if (!lines.getLast().id().equals(past.left())) return Outcome.refused("bulk.changed");
        if (past.action() instanceof BulkAction.Link(var other)) return linking.unlink(ticket.number(), other, by);
        var written =
                lines.stream().filter(line -> line.id().value() > past.before().value());
        var was = past.was();
        return was == null
                ? Outcome.refused("bulk.final")
                : contrary(
                        lines.getLast().event(),
                        was,
                        written.map(HistoryLine::event).toList(),
                        ticket,
                        by);
    }

    /** The line that a merge leaves is the target's; the source has one too, and stays with it as it is. */
    private Outcome<Trace> apart(HistoryLine last, TicketNumber into, TicketFile ticket, AgentViewer by) {
        var merged = last.event() instanceof TicketEvent.Merged merge
                && merge.away()
                && tickets.find(into, by)
                        .filter(target -> target.id().equals(merge.other()))
                        .isPresent();
        return merged ? merging.undo(ticket.number(), by) : Outcome.refused("bulk.changed");
    }

    /**
     * Of the events that a reversible action leaves; what was done by others is not ours to take back.
     *
     * @param written what the bulk did, {@code event} the last of it
     */
    private Outcome<Trace> contrary(
            TicketEvent event, AsItWas was, List<TicketEvent> written, TicketFile ticket, AgentViewer by) {
        var number = ticket.number();
        var version = ticket.version();
        if (event instanceof TicketEvent.Locked) return restoring.undoLocking(number, version, was, by);
        if (event instanceof TicketEvent.Released released) {
            return by.id().equals(released.holder())
                    ? restoring.undoReleasing(number, version, was, by)
                    : Outcome.refused("bulk.held_by_other");
        }
        if (event instanceof TicketEvent.Watched) return watching.leave(number, by);
        if (event instanceof TicketEvent.Unwatched) return watching.watch(number, by);
        if (event instanceof TicketEvent.Archived) return archiving.unarchive(number, by);
        if (event instanceof TicketEvent.Moved) return restoring.undoMoving(number, version, was, by);
        if (event instanceof TicketEvent.Postponed) return restoring.undoPostponing(number, version, was, by);
        if (event instanceof TicketEvent.Closed) return restoring.undoClosing(number, version, was, by);
        if (event instanceof TicketEvent.Reopened) return restoring.undoReopening(number, version, was, by);
        if (event instanceof TicketEvent.PriorityChanged changed) {
            return prioritising.prioritise(number, version, changed.from(), by);
        }
        if (event instanceof TicketEvent.TypeChanged || event instanceof TicketEvent.ServiceChanged) {
            return classifying.classify(number, version, classesBefore(written, ticket), by);
        }
        if (event instanceof TicketEvent.FieldChanged) return filling.takeBack(number, version, written, by);
        if (event instanceof TicketEvent.OwnerChanged changed) {
            var before = changed.from();
            return before == null
                    ? changingOwner.takeAway(number, version, by)
                    : changingOwner.change(number, version, before, by);
        }
        if (event instanceof TicketEvent.ResponsibleChanged changed) {
            var before = changed.from();
            return before == null
                    ? changingResponsible.takeAway(number, version, by)
                    : changingResponsible.change(number, version, before, by);
        }
        return Outcome.refused("bulk.final");
    }

    /** What the bulk has not changed is what it is. */
    private static WantedClasses classesBefore(List<TicketEvent> written, TicketFile ticket) {
        var before = WantedClasses.of(ticket.classes());
        for (var event : written) {
            if (event instanceof TicketEvent.TypeChanged changed) before = before.ofType(changed.from());
            if (event instanceof TicketEvent.ServiceChanged changed) before = before.forService(changed.from());
        }
        return before;
    }
}
