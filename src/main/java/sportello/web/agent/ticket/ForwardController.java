package sportello.web.agent.ticket;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftKind;
import sportello.ticket.Forwarding;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.WholeArticle;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class ForwardController {
    private static final String TEMPLATE = "agent/ticket/forward";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Forwarding forwarding;
    private final Unsent unsent;
    private final KeptFiles kept;
    private final Afterwards afterwards;
    private final Views views;

    ForwardController(
            TicketPages pages,
            Beginnings beginnings,
            Forwarding forwarding,
            Unsent unsent,
            KeptFiles kept,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.forwarding = forwarding;
        this.unsent = unsent;
        this.kept = kept;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/forwards/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var whole = pages.article(ticket, article).orElseThrow(NotFound::new);
        var typed =
                unsent.or(() -> beginnings.forward(ticket, whole, viewer), ticket, DraftKind.FORWARD, article, viewer);
        return views.show(TEMPLATE, new ForwardPage(ticket, typed, whole.files(), kept.offered(ticket, typed), null));
    }

    @PostMapping("/tickets/{number}/forwards")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        var outcome = typed.readMail(kept.chosen(number, typed, viewer))
                .then(mail -> forwarding.forward(
                        number,
                        typed.version(),
                        typed.article(),
                        Set.copyOf(typed.along()),
                        mail,
                        typed.isVisible(),
                        viewer));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.FORWARD, typed, trace, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.forwarded"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.FORWARD, typed, viewer);
                yield again(Afterwards.statusOf(why), number, typed, why, viewer);
            }
        };
    }

    private View again(HttpStatus status, TicketNumber number, Typed typed, Refusal why, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var files =
                pages.article(ticket, typed.article()).map(WholeArticle::files).orElse(List.of());
        return views.show(status, TEMPLATE, new ForwardPage(ticket, typed, files, kept.offered(ticket, typed), why));
    }
}
