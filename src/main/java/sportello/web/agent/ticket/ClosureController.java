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
import sportello.field.Screen;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.TemplateKind;
import sportello.ticket.Closing;
import sportello.ticket.DraftKind;
import sportello.ticket.Status;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.FieldForms;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class ClosureController {
    private static final String TEMPLATE = "agent/ticket/closure";

    private final TicketPages pages;
    private final Closing closing;
    private final Prepared prepared;
    private final FieldForms forms;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    ClosureController(
            TicketPages pages,
            Closing closing,
            Prepared prepared,
            FieldForms forms,
            Unsent unsent,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.closing = closing;
        this.prepared = prepared;
        this.forms = forms;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/closure/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(
                () -> Typed.blank(ticket.version(), ticket.title(), ""), ticket, DraftKind.CLOSURE, 0, viewer);
        var fields = forms.of(Screen.CLOSING, typed.fields(), pages.fields(ticket), viewer);
        return views.show(TEMPLATE, new ClosurePage(ticket, typed, fields, prepared.ofWord(ticket), null));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/closure")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
        return switch (close(number, typed, viewer)) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.CLOSURE, typed, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.closed"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.CLOSURE, typed, viewer);
                var page = again(pages.ticket(number, viewer), typed, why, viewer);
                yield views.show(Afterwards.statusOf(why), TEMPLATE, page);
            }
        };
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.NOTE, viewer);
        var again = unsent.refused(number, DraftKind.CLOSURE, filled, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, again(ticket, again, null, viewer));
    }

    private ClosurePage again(TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var fields = forms.again(Screen.CLOSING, typed.fields(), pages.fields(ticket), viewer);
        return new ClosurePage(ticket, typed, fields, prepared.ofWord(ticket), why);
    }

    private Outcome<Trace> close(TicketNumber number, Typed typed, AgentViewer viewer) {
        var end = Status.closed(typed.end()).orElse(null);
        if (end == null) return Outcome.refused("closure.unchosen");
        var fields = FieldForms.typed(Screen.CLOSING, typed.fields(), viewer);
        return typed.read()
                .then(word -> closing.close(number, typed.version(), end, word, typed.isVisible(), fields, viewer));
    }
}
