package sportello.web.agent.bulk;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.DraftAnswers;
import sportello.web.agent.ListAddress;

/** Drafts of what is written to many tickets: saved while somebody types, and thrown away when they are not wanted. */
@Controller
class BulkDraftController {
    private final BulkDrafts drafts;
    private final Views views;

    BulkDraftController(BulkDrafts drafts, Views views) {
        this.drafts = drafts;
        this.views = views;
    }

    @PostMapping("/agent/bulks/drafts")
    ResponseEntity<String> keep(@ModelAttribute BulkForm form, AgentViewer viewer) {
        return DraftAnswers.of(drafts.keep(form, viewer));
    }

    @PostMapping("/agent/bulks/drafts/discard")
    View discard(@ModelAttribute BulkForm form, AgentViewer viewer) {
        drafts.discard(form, viewer);
        return views.redirect(ListAddress.parse(form.from()).text(), Notice.of("notice.draft_discarded"));
    }
}
