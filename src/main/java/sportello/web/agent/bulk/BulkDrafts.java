package sportello.web.agent.bulk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Draft;
import sportello.ticket.Drafts;

/** What was begun to be written to many tickets, whichever they were. */
@Component
class BulkDrafts {
    private final Drafts drafts;

    BulkDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    Optional<Draft> find(BulkForm form, AgentViewer viewer) {
        return form.draft().flatMap(kind -> drafts.findAtDesk(kind, 0, viewer));
    }

    boolean keep(BulkForm form, AgentViewer viewer) {
        return form.draft()
                .map(kind -> drafts.keepAtDesk(kind, 0, form.content(), viewer) instanceof Outcome.Done)
                .orElse(false);
    }

    void discard(BulkForm form, AgentViewer viewer) {
        form.draft().ifPresent(kind -> drafts.discardAtDesk(kind, 0, viewer));
    }
}
