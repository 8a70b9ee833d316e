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
import sportello.ticket.ChoiceList;
import sportello.ticket.Choices;
import sportello.ticket.Classifying;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

/** Of which type a ticket is. */
@Controller
class TypeController {
    private final TicketPages pages;
    private final Classifying classifying;
    private final Choices choices;
    private final Afterwards afterwards;
    private final Views views;

    TypeController(TicketPages pages, Classifying classifying, Choices choices, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.classifying = classifying;
        this.choices = choices;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/type/edit")
    View edit(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var type = ticket.type();
        return form(HttpStatus.OK, ticket, type == null ? 0 : type.id(), null);
    }

    /** @param type the id of a type, 0 for none */
    @PostMapping("/tickets/{number}/type")
    View update(
            @PathVariable TicketNumber number,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") long type,
            AgentViewer viewer) {
        return switch (classifying.classify(number, version, type == 0 ? null : type, viewer)) {
            case Outcome.Done<Trace>(var trace) -> afterwards.done(trace, number, Notice.of("notice.classified"));
            case Outcome.Refused<Trace>(var why) ->
                form(Afterwards.statusOf(why), pages.ticket(number, viewer), type, why);
        };
    }

    private View form(HttpStatus status, TicketFile ticket, long chosen, @Nullable Refusal refusal) {
        return views.show(
                status, "agent/ticket/type", new TypePage(ticket, choices.valid(ChoiceList.TYPES), chosen, refusal));
    }
}
