package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Ascertaining;
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
    private final Afterwards afterwards;
    private final Views views;

    DutyController(TicketPages pages, Ascertaining ascertaining, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.ascertaining = ascertaining;
        this.afterwards = afterwards;
        this.views = views;
    }

    @PostMapping("/tickets/{number}/ascertainment")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "0") long cause,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String correctiveAction,
            @RequestParam(defaultValue = "") String dueOn,
            AgentViewer viewer) {
        var duty = new DutyForm(cause, text, correctiveAction, dueOn);
        var outcome = Message.of(text)
                .then(found -> duty.day()
                        .then(day ->
                                ascertaining.ascertain(number, cause, found, correctiveAction, day.value(), viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> afterwards.done(trace, number, Notice.of("notice.ascertained"));
            case Outcome.Refused<Trace>(var why) ->
                views.show(Afterwards.statusOf(why), "agent/ticket/ticket", pages.of(number, 0, viewer, duty, why));
        };
    }
}
