package sportello.ticket;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;

/** Carries out what is to become of a ticket, in the transaction of what was written. */
@Component
class Sequels {
    private final Workbench workbench;
    private final Locking locking;
    private final Postponing postponing;
    private final Closing closing;
    private final FillingIn filling;

    Sequels(Workbench workbench, Locking locking, Postponing postponing, Closing closing, FillingIn filling) {
        this.workbench = workbench;
        this.locking = locking;
        this.postponing = postponing;
        this.closing = closing;
        this.filling = filling;
    }

    /** What was written, whether the customer reads it, and the line that tells it. */
    record Written(ArticleId article, boolean visible, HistoryId line) {}

    /** Nothing is written if the sequel cannot be. A free ticket is locked, unless it ends here. */
    Outcome<Trace> of(Sequel sequel, Ticket ticket, AgentViewer by, Supplier<Written> writing) {
        return unhindered(sequel, ticket, by).then(possible -> {
            if (sequel instanceof Sequel.Wait) locking.holdAlong(ticket, by);
            else if (sequel instanceof Sequel.Stay) locking.hold(ticket, by);
            var written = writing.get();
            return Outcome.done(new Trace(line(sequel, ticket, written, by), written.article()));
        });
    }

    /** The same for what is written down and not mailed: only to wait is the ticket locked. */
    Outcome<Trace> ofNote(Sequel sequel, Ticket ticket, AgentViewer by, Supplier<Written> writing) {
        return unhindered(sequel, ticket, by).then(possible -> {
            if (sequel instanceof Sequel.Wait) locking.holdAlong(ticket, by);
            return Outcome.done(new Trace(line(sequel, ticket, writing.get(), by)));
        });
    }

    private Outcome<Sequel> unhindered(Sequel sequel, Ticket ticket, AgentViewer by) {
        return switch (sequel) {
            case Sequel.Wait(var pending, var until) -> possible(sequel, postponing.hindrance(pending, until));
            case Sequel.Close(var successful) ->
                possible(sequel, closing.hindrance(successful))
                        .then(possible -> filling.closable(ticket, by))
                        .then(screen -> Outcome.done(sequel));
            case Sequel.Stay() -> Outcome.done(sequel);
        };
    }

    private static Outcome<Sequel> possible(Sequel sequel, Optional<Refusal> hindrance) {
        return hindrance.<Outcome<Sequel>>map(Outcome.Refused::new).orElseGet(() -> Outcome.done(sequel));
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
            case Sequel.Close(var successful) ->
                closing.close(ticket, written.article(), written.visible(), successful, by);
        };
    }
}
