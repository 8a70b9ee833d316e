package sportello.bulk;

import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Archiving;
import sportello.ticket.ChangingOwner;
import sportello.ticket.ChangingResponsible;
import sportello.ticket.Classifying;
import sportello.ticket.Closing;
import sportello.ticket.FillingIn;
import sportello.ticket.Kinship;
import sportello.ticket.Linking;
import sportello.ticket.Locking;
import sportello.ticket.Merging;
import sportello.ticket.Moving;
import sportello.ticket.Noting;
import sportello.ticket.Postponing;
import sportello.ticket.Prioritising;
import sportello.ticket.Releasing;
import sportello.ticket.Reopening;
import sportello.ticket.TicketFile;
import sportello.ticket.Trace;
import sportello.ticket.Uploads;
import sportello.ticket.WantedClasses;
import sportello.ticket.Watching;

/** Does to one ticket what a bulk does to many: by the use case of the single ticket, on the ticket as it is now. */
@Component
class BulkWork {
    private final Locking locking;
    private final Releasing releasing;
    private final Moving moving;
    private final ChangingOwner changingOwner;
    private final ChangingResponsible changingResponsible;
    private final Prioritising prioritising;
    private final Classifying classifying;
    private final FillingIn filling;
    private final Noting noting;
    private final Watching watching;
    private final Postponing postponing;
    private final Closing closing;
    private final Reopening reopening;
    private final Archiving archiving;
    private final Merging merging;
    private final Linking linking;
    private final Reversal reversal;

    BulkWork(
            Locking locking,
            Releasing releasing,
            Moving moving,
            ChangingOwner changingOwner,
            ChangingResponsible changingResponsible,
            Prioritising prioritising,
            Classifying classifying,
            FillingIn filling,
            Noting noting,
            Watching watching,
            Postponing postponing,
            Closing closing,
            Reopening reopening,
            Archiving archiving,
            Merging merging,
            Linking linking,
            Reversal reversal) {
        this.locking = locking;
        this.releasing = releasing;
        this.moving = moving;
        this.changingOwner = changingOwner;
        this.changingResponsible = changingResponsible;
        this.prioritising = prioritising;
        this.classifying = classifying;
        this.filling = filling;
        this.noting = noting;
        this.watching = watching;
        this.postponing = postponing;
        this.closing = closing;
        this.reopening = reopening;
        this.archiving = archiving;
        this.merging = merging;
        this.linking = linking;
        this.reversal = reversal;
    }

    Outcome<Trace> on(TicketFile ticket, BulkAction action, AgentViewer by) {
        var number = ticket.number();
        var version = ticket.version();
        return switch (action) {
            case BulkAction.Lock() -> locking.lock(number, by);
            case BulkAction.Release() -> releasing.release(number, by);
            case BulkAction.Move(var queue) -> moving.move(number, version, queue, by);
            case BulkAction.ChangeOwner(var agent) -> changingOwner.change(number, version, agent, by);
            case BulkAction.ChangeResponsible(var agent) -> changingResponsible.change(number, version, agent, by);
            case BulkAction.Prioritise(var priority) -> prioritising.prioritise(number, version, priority, by);
            case BulkAction.Classify(var type, var service) ->
                classifying.classify(number, version, new WantedClasses(type, service), by);
            case BulkAction.FillIn(var typed) -> filling.fillInSome(number, version, typed, by);
            case BulkAction.Note(var subject, var text, var visible) ->
                noting.note(number, subject, text, visible, Uploads.NONE, by);
            case BulkAction.Watch() -> watching.watch(number, by);
            case BulkAction.Unwatch() -> watching.leave(number, by);
            case BulkAction.Postpone(var pending, var until) ->
                postponing.postpone(number, version, pending, until, null, by);
            case BulkAction.Close(var end, var subject, var text, var visible) ->
                closing.close(number, version, end, subject, text, visible, by);
            case BulkAction.Reopen(var subject, var text, var visible) ->
                reopening.reopen(number, version, subject, text, visible, by);
            case BulkAction.Archive() -> archiving.archive(number, by);
            case BulkAction.Merge(var into) -> merging.merge(number, version, into, by);
            case BulkAction.Link(var other) -> linking.link(number, other, Kinship.NORMAL, by);
            case BulkAction.Undo(var bulk) -> reversal.of(bulk, ticket, by);
        };
    }
}
