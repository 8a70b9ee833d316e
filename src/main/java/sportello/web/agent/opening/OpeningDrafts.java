package sportello.web.agent.opening;

import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Draft;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;

/** Tickets that were begun to be opened, until they are: one by each way, and from each person's page. */
@Component
class OpeningDrafts {
    private final Drafts drafts;

    OpeningDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    Optional<Draft> find(OpeningForm typed, AgentViewer viewer) {
        return drafts.findAtDesk(kind(typed), typed.about(), viewer);
    }

    /** Of a form in which nothing stands there is nothing to keep. */
    boolean keep(OpeningForm typed, AgentViewer viewer) {
        if (typed.isBlank()) {
            discard(typed, viewer);
            return true;
        }
        return drafts.keepAtDesk(kind(typed), typed.about(), typed.content(), viewer) instanceof Outcome.Done;
    }

    void discard(OpeningForm typed, AgentViewer viewer) {
        drafts.discardAtDesk(kind(typed), typed.about(), viewer);
    }

    private static DraftKind kind(OpeningForm typed) {
        return switch (typed.way()) {
            case PHONE -> DraftKind.OPENING_PHONE;
            case EMAIL -> DraftKind.OPENING_EMAIL;
        };
    }
}
