package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Kindred;
import sportello.ticket.Kinship;
import sportello.ticket.Merging;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MergeController {
    private static final String TEMPLATE = "agent/ticket/merge";

    private final TicketPages pages;
    private final Kindred kindred;
    private final Merging merging;
    private final Afterwards afterwards;
    private final Views views;

    MergeController(TicketPages pages, Kindred kindred, Merging merging, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.kindred = kindred;
        this.merging = merging;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/merge/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(TEMPLATE, new KinPage(ticket, q, Kinship.NORMAL, kindred.sought(ticket, q, viewer), null));
    }

    /** Leads to the ticket in which it goes on. */
    @PostMapping("/tickets/{number}/merge")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam int version,
            @RequestParam TicketNumber into,
            @RequestParam(defaultValue = "") String q,
            AgentViewer viewer) {
        return switch (merging.merge(number, version, into, viewer)) {
            case Outcome.Done<Trace>(var trace) ->
                afterwards.done(trace, into, Notice.of("notice.merged", number.value()));
            case Outcome.Refused<Trace>(var why) -> {
                var ticket = pages.ticket(number, viewer);
                yield views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new KinPage(ticket, q, Kinship.NORMAL, kindred.sought(ticket, q, viewer), why));
            }
        };
    }

    @PostMapping("/tickets/{number}/merge/undo")
    View destroy(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(merging.undo(number, viewer), number, Notice.of("notice.merge_undone"), viewer);
    }
}
