package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftFile;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.web.agent.DraftAnswers;
import sportello.web.agent.SavedFilesPage;

/** Drafts: saved by the page while somebody types, and thrown away when they are not wanted any more. */
@Controller
class DraftController {
    private static final String SAVED = "agent/saved";

    private final TicketPages pages;
    private final Drafts drafts;
    private final Unsent unsent;
    private final Views views;

    DraftController(TicketPages pages, Drafts drafts, Unsent unsent, Views views) {
        this.pages = pages;
        this.drafts = drafts;
        this.unsent = unsent;
        this.views = views;
    }

    /** The page itself says that it was kept. */
    @PostMapping("/tickets/{number}/drafts")
    ResponseEntity<String> keep(
            @PathVariable TicketNumber number,
            @RequestParam String kind,
            @ModelAttribute Typed typed,
            @ModelAttribute PendingForm pending,
            @ModelAttribute DutyForm duty,
            AgentViewer viewer) {
        var form = known(kind);
        var content = switch (form) {
            case PENDING -> pending.content();
            case DUTY -> duty.content();
            default -> typed.content();
        };
        var kept = drafts.keep(number, form, typed.article(), content, viewer);
        return DraftAnswers.of(kept instanceof Outcome.Done);
    }

    /** Answers the part of the form in which they stand from now on. */
    @PostMapping("/tickets/{number}/drafts/files")
    View add(
            @PathVariable TicketNumber number,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Instant opened,
            @ModelAttribute Typed typed,
            AgentViewer viewer) {
        var form = known(kind);
        if (!form.takesFiles()) throw new NotFound();
        return switch (unsent.add(number, form, typed, opened, viewer)) {
            case Outcome.Done<List<DraftFile>>(var all) ->
                views.part(SAVED, new SavedFilesPage(all, typed.saved(), null));
            case Outcome.Refused<List<DraftFile>>(var why) -> {
                var before = unsent.files(number, form, typed, viewer);
                yield views.part(
                        HttpStatus.UNPROCESSABLE_CONTENT, SAVED, new SavedFilesPage(before, typed.saved(), why));
            }
        };
    }

    @PostMapping("/tickets/{number}/drafts/discard")
    View discard(
            @PathVariable TicketNumber number,
            @RequestParam String kind,
            @RequestParam(defaultValue = "0") int article,
            AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        drafts.discard(ticket.number(), known(kind), article, viewer);
        return views.redirect("/tickets/" + number, Notice.of("notice.draft_discarded"));
    }

    private static DraftKind known(String kind) {
        return DraftKind.of(kind).filter(known -> !known.isAtDesk()).orElseThrow(NotFound::new);
    }
}
