package sportello.web.agent.ticket;

import java.util.Set;
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
import sportello.ticket.Linking;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class LinkController {
    private static final String TEMPLATE = "agent/ticket/link";

    private final TicketPages pages;
    private final Kindred kindred;
    private final Linking linking;
    private final Afterwards afterwards;
    private final Views views;

    LinkController(TicketPages pages, Kindred kindred, Linking linking, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.kindred = kindred;
        this.linking = linking;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/links/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(
                TEMPLATE, new KinPage(ticket, q, Kinship.NORMAL, kindred.sought(ticket, q, viewer), Set.of(), null));
    }

    @PostMapping("/tickets/{number}/links")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam TicketNumber other,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String q,
            AgentViewer viewer) {
        var kinship = Kinship.of(as).orElse(Kinship.NORMAL);
        return switch (linking.link(number, other, kinship, viewer)) {
            case Outcome.Done<Trace>(var trace) ->
                afterwards.done(trace, number, Notice.of("notice.linked", other.value()));
            case Outcome.Refused<Trace>(var why) -> {
                var ticket = pages.ticket(number, viewer);
                yield views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new KinPage(ticket, q, kinship, kindred.sought(ticket, q, viewer), Set.of(), why));
            }
        };
    }

    @PostMapping("/tickets/{number}/links/{other}/removal")
    View destroy(@PathVariable TicketNumber number, @PathVariable TicketNumber other, AgentViewer viewer) {
        var outcome = linking.unlink(number, other, viewer);
        return afterwards.of(outcome, number, Notice.of("notice.unlinked", other.value()), viewer);
    }
}
