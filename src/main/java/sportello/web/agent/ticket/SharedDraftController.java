package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Draft;
import sportello.ticket.DraftKind;
import sportello.ticket.SharingDrafts;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Drafts that colleagues may go on with. */
@Controller
class SharedDraftController {
    private final TicketPages pages;
    private final SharingDrafts sharing;
    private final Unsent unsent;
    private final Views views;

    SharedDraftController(TicketPages pages, SharingDrafts sharing, Unsent unsent, Views views) {
        this.pages = pages;
        this.sharing = sharing;
        this.unsent = unsent;
        this.views = views;
    }

    /** What the form says, with the files that came with it. */
    @PostMapping("/tickets/{number}/drafts/share")
    View share(
            @PathVariable TicketNumber number,
            @RequestParam String kind,
            @ModelAttribute Typed typed,
            AgentViewer viewer) {
        var form = DraftKind.of(kind).filter(DraftKind::isShareable).orElseThrow(NotFound::new);
        var typedIn = unsent.refused(number, form, typed, viewer);
        return switch (sharing.share(number, form, typedIn.article(), typedIn.content(), viewer)) {
            case Outcome.Done<DraftKind> _ -> toTicket(number, "notice.draft_shared");
            case Outcome.Refused<DraftKind>(var why) -> refused(number, why, viewer);
        };
    }

    /** From the ticket's page into the form. */
    @PostMapping("/tickets/{number}/drafts/{id}/take")
    View take(@PathVariable TicketNumber number, @PathVariable long id, AgentViewer viewer) {
        pages.ticket(number, viewer);
        return switch (sharing.takeOver(number, id, viewer)) {
            case Outcome.Done<Draft>(var draft) ->
                views.redirect(TicketPage.address(number, draft), Notice.of("notice.draft_taken"));
            case Outcome.Refused<Draft>(var why) -> refused(number, why, viewer);
        };
    }

    @PostMapping("/tickets/{number}/drafts/{id}/discard")
    View discard(@PathVariable TicketNumber number, @PathVariable long id, AgentViewer viewer) {
        pages.ticket(number, viewer);
        return switch (sharing.discard(number, id, viewer)) {
            case Outcome.Done<Draft> _ -> toTicket(number, "notice.draft_discarded");
            case Outcome.Refused<Draft>(var why) -> refused(number, why, viewer);
        };
    }

    private View toTicket(TicketNumber number, String notice) {
        return views.redirect("/tickets/" + number, Notice.of(notice));
    }

    private View refused(TicketNumber number, Refusal why, AgentViewer viewer) {
        return views.show(Afterwards.statusOf(why), "agent/ticket/ticket", pages.of(number, 0, viewer, why));
    }
}
