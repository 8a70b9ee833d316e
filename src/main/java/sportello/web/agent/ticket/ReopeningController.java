package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
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
import sportello.reply.TemplateKind;
import sportello.ticket.DraftKind;
import sportello.ticket.Reopening;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class ReopeningController {
    private static final String TEMPLATE = "agent/ticket/reopening";

    private final TicketPages pages;
    private final Reopening reopening;
    private final Prepared prepared;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    ReopeningController(
            TicketPages pages,
            Reopening reopening,
            Prepared prepared,
            Unsent unsent,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.reopening = reopening;
        this.prepared = prepared;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/reopening/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(
                () -> Typed.blank(ticket.version(), ticket.title(), ""), ticket, DraftKind.REOPENING, 0, viewer);
        return views.show(TEMPLATE, page(ticket, typed, null));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/reopening")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
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
                yield views.show(Afterwards.statusOf(why), TEMPLATE, page(pages.ticket(number, viewer), typed, why));
            }
        };
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.NOTE, viewer);
        var again = unsent.refused(number, DraftKind.REOPENING, filled, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(ticket, again, null));
    }

    private WritingPage page(TicketFile ticket, Typed typed, @Nullable Refusal why) {
        return new WritingPage(ticket, typed, prepared.ofWord(ticket), why);
    }
}
