package sportello.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.TypedFields;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;

/** Carries out what is to become of a ticket, in the transaction of what was written. */
@Component
class Sequels {
    private final Workbench workbench;
    private final Locking locking;
    private final Postponing postponing;
    private final Closing closing;
    private final FillingIn filling;
    private final ArticleFields fields;

    Sequels(
            Workbench workbench,
            Locking locking,
            Postponing postponing,
            Closing closing,
            FillingIn filling,
            ArticleFields fields) {
        this.workbench = workbench;
        this.locking = locking;
        this.postponing = postponing;
        this.closing = closing;
        this.filling = filling;
        this.fields = fields;
    }

    /** What was written, whether the customer reads it, and the line that tells it. */
    record Written(ArticleId article, boolean visible, HistoryId line) {}

    /**
     * Nothing is written if the sequel cannot be, or a field is not in order. A free ticket is locked, unless it ends here.
     *
     * @param asked what fields of the house's own say of what is written
     */
    Outcome<Trace> of(
            Sequel sequel,
            Ticket ticket,
            TypedFields asked,
            AgentViewer by,
            Function<List<WantedField>, Written> writing) {
        return unhindered(sequel, ticket, by)
                .then(possible -> fields.read(asked).then(said -> {
                    if (sequel instanceof Sequel.Wait) locking.holdAlong(ticket, by);
                    else if (sequel instanceof Sequel.Stay) locking.hold(ticket, by);
                    var written = writing.apply(said);
                    return Outcome.done(new Trace(line(sequel, ticket, written, by), written.article()));
                }));
    }

    /** The same for what is written down and not mailed: only to wait is the ticket locked. */
    Outcome<Trace> ofNote(
            Sequel sequel,
            Ticket ticket,
            TypedFields asked,
            AgentViewer by,
            Function<List<WantedField>, Written> writing) {
        return unhindered(sequel, ticket, by)
                .then(possible -> fields.read(asked).then(said -> {
                    if (sequel instanceof Sequel.Wait) locking.holdAlong(ticket, by);
                    return Outcome.done(new Trace(line(sequel, ticket, writing.apply(said), by)));
                }));
    }

    private Outcome<Sequel> unhindered(Sequel sequel, Ticket ticket, AgentViewer by) {
        return switch (sequel) {
            case Sequel.Wait(var pending, var until) ->
                possible(
                        sequel,
                        postponing
                                .hindrance(pending, until)
                                .or(() -> ticket.limits().against(pending)));
            case Sequel.Close(var end) ->
                possible(sequel, closing.hindrance(end).or(() -> ticket.limits().against(end)))
                        .then(possible -> filling.closable(ticket, by))
                        .then(screen -> Outcome.done(sequel));
            case Sequel.Stay() -> Outcome.done(sequel);
        };
    }

    private static Outcome<Sequel> possible(Sequel sequel, Optional<Refusal> hindrance) {
        return Outcome.unless(hindrance, () -> Outcome.done(sequel));
    }

    private HistoryId line(Sequel sequel, Ticket ticket, Written written, AgentViewer by) {
        return switch (sequel) {
            case Sequel.Stay() -> {
                workbench.put(ticket, by.actor());
                yield written.line();
            }
            case Sequel.Wait(var pending, var until) -> {
                postponing.postponed(ticket, pending, until, null, by.actor());
                yield written.line();
            }
            case Sequel.Close(var end) -> closing.close(ticket, written.article(), written.visible(), end, by);
        };
    }
}
