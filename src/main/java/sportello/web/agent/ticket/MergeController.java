package sportello.web.agent.ticket;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Kin;
import sportello.ticket.Kindred;
import sportello.ticket.Kinship;
import sportello.ticket.Merging;
import sportello.ticket.ReservedQueues;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MergeController {
    private static final String TEMPLATE = "agent/ticket/merge";

    private final TicketPages pages;
    private final Kindred kindred;
    private final ReservedQueues reserved;
    private final Merging merging;
    private final Afterwards afterwards;
    private final Views views;

    MergeController(
            TicketPages pages,
            Kindred kindred,
            ReservedQueues reserved,
            Merging merging,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.kindred = kindred;
        this.reserved = reserved;
        this.merging = merging;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/merge/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        return views.show(TEMPLATE, page(number, q, null, viewer));
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
            case Outcome.Refused<Trace>(var why) ->
                views.show(Afterwards.statusOf(why), TEMPLATE, page(number, q, why, viewer));
        };
    }

    private KinPage page(TicketNumber number, String q, @Nullable Refusal refusal, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var found = kindred.sought(ticket, q, viewer);
        var person = ticket.asker() == null ? null : ticket.asker().userId();
        var unseen = person == null
                ? Set.<TicketNumber>of()
                : reserved.unseen(found.stream().map(Kin::number).toList(), person);
        return new KinPage(ticket, q, Kinship.NORMAL, found, unseen, refusal);
    }

    @PostMapping("/tickets/{number}/merge/undo")
    View destroy(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(merging.undo(number, viewer), number, Notice.of("notice.merge_undone"), viewer);
    }
}
