package sportello.web.agent.opening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftFile;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.DraftAnswers;
import sportello.web.agent.SavedFilesPage;

/** Drafts of tickets that are not opened yet: saved while somebody types, and thrown away when they are not wanted. */
@Controller
class OpeningDraftController {
    private static final String SAVED = "agent/saved";

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

    /** Answers the part of the form in which they stand from now on. */
    @PostMapping("/tickets/new/drafts/files")
    View add(OpeningForm typed, @RequestParam(required = false) @Nullable Instant opened, AgentViewer viewer) {
        return switch (drafts.add(typed, opened, viewer)) {
            case Outcome.Done<List<DraftFile>>(var all) ->
                views.part(SAVED, new SavedFilesPage(all, typed.saved(), null));
            case Outcome.Refused<List<DraftFile>>(var why) ->
                views.part(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        SAVED,
                        new SavedFilesPage(drafts.files(typed, viewer), typed.saved(), why));
        };
    }

    @PostMapping("/tickets/new/drafts/discard")
    View discard(OpeningForm typed, AgentViewer viewer) {
        drafts.discard(typed, viewer);
        var again = "/tickets/new?channel=" + typed.way().key() + (typed.about() == 0 ? "" : "&user=" + typed.about());
        return views.redirect(again, Notice.of("notice.draft_discarded"));
    }
}
