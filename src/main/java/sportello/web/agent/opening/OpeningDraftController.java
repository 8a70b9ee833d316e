package sportello.web.agent.opening;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.DraftAnswers;

/** Drafts of tickets that are not opened yet: saved while somebody types, and thrown away when they are not wanted. */
@Controller
class OpeningDraftController {
    private final OpeningDrafts drafts;
    private final Views views;

    OpeningDraftController(OpeningDrafts drafts, Views views) {
        this.drafts = drafts;
        this.views = views;
    }

    @PostMapping("/tickets/new/drafts")
    ResponseEntity<String> keep(OpeningForm typed, AgentViewer viewer) {
        return DraftAnswers.of(drafts.keep(typed, viewer));
    }

    @PostMapping("/tickets/new/drafts/discard")
    View discard(OpeningForm typed, AgentViewer viewer) {
        drafts.discard(typed, viewer);
        var again = "/tickets/new?channel=" + typed.way().key() + (typed.about() == 0 ? "" : "&user=" + typed.about());
        return views.redirect(again, Notice.of("notice.draft_discarded"));
    }
}
