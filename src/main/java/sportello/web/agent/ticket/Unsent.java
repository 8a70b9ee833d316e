package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftFile;
import sportello.ticket.DraftFiles;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;

/** Nothing typed is ever lost: a form opens with its author's draft, and one that is refused is kept as one. */
@Component
class Unsent {
    private final Drafts drafts;
    private final DraftFiles files;

    Unsent(Drafts drafts, DraftFiles files) {
        this.drafts = drafts;
        this.files = files;
    }

    /** The draft as it was left, on the ticket as it is now; without one, the beginning. */
    Typed or(Supplier<Typed> beginning, TicketFile ticket, DraftKind kind, int article, AgentViewer viewer) {
        return drafts.find(ticket.id(), kind, article, viewer)
                .map(draft -> Typed.of(ticket.version(), draft.content(), draft.savedAt()))
                .orElseGet(beginning);
    }

    /** The files that are saved with the draft. */
    List<DraftFile> files(TicketNumber number, DraftKind kind, Typed typed, AgentViewer viewer) {
        return files.of(number, kind, typed.article(), viewer);
    }

    /** The same for the form that is shown; nobody is asked where there can be none. */
    List<DraftFile> shown(TicketFile ticket, DraftKind kind, Typed typed, AgentViewer viewer) {
        return typed.draft() == null && typed.saved().offered().isEmpty()
                ? List.of()
                : files(ticket.number(), kind, typed, viewer);
    }

    /** The form as it is shown again: the files that came with it are among those of the draft, if they could be kept. */
    Typed refused(TicketNumber number, DraftKind kind, Typed typed, AgentViewer viewer) {
        drafts.keep(number, kind, typed.article(), typed.content(), viewer);
        if (!typed.hasFiles()) return typed;
        return switch (add(number, kind, typed, null, viewer)) {
            case Outcome.Done<List<DraftFile>>(var all) -> typed.saved(all);
            case Outcome.Refused<List<DraftFile>> _ -> typed;
        };
    }

    /** Keeps the files that came with the form, unless its draft is over since it was opened. */
    Outcome<List<DraftFile>> add(
            TicketNumber number, DraftKind kind, Typed typed, @Nullable Instant opened, AgentViewer viewer) {
        return files.add(
                number, kind, typed.article(), typed.content(), typed.saved().leftOut(), typed.added(), opened, viewer);
    }

    /** What was mailed can be recalled for a while, and is kept until then. */
    void sent(TicketNumber number, DraftKind kind, Typed typed, Trace trace, AgentViewer viewer) {
        var mailed = trace.mailed();
        if (mailed == null) sent(number, kind, typed, viewer);
        else drafts.sent(number, kind, typed.article(), typed.content(), mailed, viewer);
    }

    void sent(TicketNumber number, DraftKind kind, Typed typed, AgentViewer viewer) {
        drafts.discard(number, kind, typed.article(), viewer);
    }
}
