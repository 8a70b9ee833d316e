package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.DraftKind;
import sportello.ticket.Reopening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class ReopeningController {
    private static final String TEMPLATE = "agent/ticket/reopening";

    private final TicketPages pages;
    private final Reopening reopening;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    ReopeningController(TicketPages pages, Reopening reopening, Unsent unsent, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.reopening = reopening;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/reopening/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(
                () -> Typed.blank(ticket.version(), ticket.title(), ""), ticket, DraftKind.REOPENING, 0, viewer);
        return views.show(TEMPLATE, new WritingPage(ticket, typed, null));
    }

    @PostMapping("/tickets/{number}/reopening")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        var outcome = typed.read()
                .then(word -> reopening.reopen(
                        number, typed.version(), word.subject(), word.text(), typed.isVisible(), viewer));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.REOPENING, typed, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.reopened"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.REOPENING, typed, viewer);
                yield views.show(
                        Afterwards.statusOf(why), TEMPLATE, new WritingPage(pages.ticket(number, viewer), typed, why));
            }
        };
    }
}
