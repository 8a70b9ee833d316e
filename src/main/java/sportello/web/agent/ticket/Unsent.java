package sportello.web.agent.ticket;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;

/** Nothing typed is ever lost: a form opens with its author's draft, and one that is refused is kept as one. */
@Component
class Unsent {
    private final Drafts drafts;

    Unsent(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The draft as it was left, on the ticket as it is now; without one, the beginning. */
    Typed or(Supplier<Typed> beginning, TicketFile ticket, DraftKind kind, int article, AgentViewer viewer) {
        return drafts.find(ticket.id(), kind, article, viewer)
                .map(draft -> Typed.of(ticket.version(), draft.content(), draft.savedAt()))
                .orElseGet(beginning);
    }

    void refused(TicketNumber number, DraftKind kind, Typed typed, AgentViewer viewer) {
        drafts.keep(number, kind, typed.article(), typed.content(), viewer);
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
