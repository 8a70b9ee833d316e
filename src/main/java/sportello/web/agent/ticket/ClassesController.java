package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Choices;
import sportello.ticket.Classifying;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.WantedClasses;
import sportello.web.Notice;
import sportello.web.Views;

/** Of which type a ticket is, and for which service. */
@Controller
class ClassesController {
    private final TicketPages pages;
    private final Classifying classifying;
    private final Choices choices;
    private final Afterwards afterwards;
    private final Views views;

    ClassesController(TicketPages pages, Classifying classifying, Choices choices, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.classifying = classifying;
        this.choices = choices;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/classes/edit")
    View edit(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return form(HttpStatus.OK, ticket, WantedClasses.of(ticket.classes()), null);
    }

    /** @param wanted what the form did not ask stays as it is */
    @PostMapping("/tickets/{number}/classes")
    View update(
            @PathVariable TicketNumber number, @RequestParam int version, WantedClasses wanted, AgentViewer viewer) {
        return switch (classifying.classify(number, version, wanted, viewer)) {
            case Outcome.Done<Trace>(var trace) -> afterwards.done(trace, number, Notice.of("notice.classified"));
            case Outcome.Refused<Trace>(var why) ->
                form(Afterwards.statusOf(why), pages.ticket(number, viewer), wanted, why);
        };
    }

    private View form(HttpStatus status, TicketFile ticket, WantedClasses chosen, @Nullable Refusal refusal) {
        var offered = ticket.limits().classes(choices.offered()).beside(ticket.classes());
        return views.show(status, "agent/ticket/classes", new ClassesPage(ticket, offered, chosen, refusal));
    }
}
