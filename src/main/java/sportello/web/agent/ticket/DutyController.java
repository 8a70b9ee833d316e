package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Ascertaining;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.Message;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

/** The responsible says why a ticket was closed without success (S71). */
@Controller
class DutyController {
    private final TicketPages pages;
    private final Ascertaining ascertaining;
    private final Drafts drafts;
    private final Afterwards afterwards;
    private final Views views;

    DutyController(TicketPages pages, Ascertaining ascertaining, Drafts drafts, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.ascertaining = ascertaining;
        this.drafts = drafts;
        this.afterwards = afterwards;
        this.views = views;
    }

    @PostMapping("/tickets/{number}/ascertainment")
    View create(@PathVariable TicketNumber number, @ModelAttribute DutyForm duty, AgentViewer viewer) {
        var outcome = Message.of(duty.text())
                .then(found -> duty.day()
                        .then(day -> ascertaining.ascertain(
                                number, duty.cause(), found, duty.correctiveAction(), day.value(), viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                drafts.discard(number, DraftKind.DUTY, 0, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.ascertained"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                drafts.keep(number, DraftKind.DUTY, 0, duty.content(), viewer);
                yield views.show(
                        Afterwards.statusOf(why), "agent/ticket/ticket", pages.of(number, 0, viewer, duty, why));
            }
        };
    }
}
