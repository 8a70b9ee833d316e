package sportello.web.agent.ticket;

import java.time.Clock;
import java.util.Map;
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
import sportello.ticket.Call;
import sportello.ticket.Calling;
import sportello.ticket.DraftKind;
import sportello.ticket.PersonName;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.NotFound;
import sportello.web.Views;

@Controller
class CallController {
    private static final String TEMPLATE = "agent/ticket/call";

    private final TicketPages pages;
    private final Calling calling;
    private final Prepared prepared;
    private final KeptFiles kept;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    CallController(
            TicketPages pages,
            Calling calling,
            Prepared prepared,
            KeptFiles kept,
            Unsent unsent,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.calling = calling;
        this.prepared = prepared;
        this.kept = kept;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/tickets/{number}/calls/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String call, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var beginning = Typed.blank(ticket.version(), ticket.title(), "").with(Map.of("other", asker(ticket)));
        var typed = unsent.or(() -> beginning, ticket, DraftKind.CALL, 0, viewer);
        return views.show(TEMPLATE, page(Call.of(call).orElse(Call.RECEIVED), ticket, typed, null, viewer));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/calls")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam String call,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        var direction = Call.of(call).orElseThrow(NotFound::new);
        if (fill) return filled(direction, number, typed, viewer);
        var sequel = typed.sequel(clock.instant().atZone(viewer.zone()));
        var outcome = PersonName.of(typed.other())
                .then(other -> kept.chosen(number, typed, viewer)
                        .then(stored -> typed.read(stored, Prepared.fields(typed, TemplateKind.CALL, viewer)))
                        .then(word -> sequel.then(
                                then -> calling.call(number, typed.version(), direction, other, word, then, viewer))));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.CALL, typed, viewer);
                yield afterwards.done(trace, number, Afterwards.noticeOfNote("notice.call." + direction.key(), sequel));
            }
            case Outcome.Refused<Trace>(var why) -> {
                var again = unsent.refused(number, DraftKind.CALL, typed, viewer);
                yield again(direction, number, again, why, viewer);
            }
        };
    }

    private View again(Call call, TicketNumber number, Typed typed, Refusal why, AgentViewer viewer) {
        return views.show(
                Afterwards.statusOf(why), TEMPLATE, page(call, pages.ticket(number, viewer), typed, why, viewer));
    }

    private View filled(Call call, TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.CALL, viewer);
        var again = unsent.refused(number, DraftKind.CALL, filled, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(call, ticket, again, null, viewer));
    }

    private CallPage page(Call call, TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var saved = unsent.shown(ticket, DraftKind.CALL, typed, viewer);
        return new CallPage(
                call, ticket, typed, saved, prepared.of(ticket, typed, TemplateKind.CALL, why != null, viewer), why);
    }

    private static String asker(TicketFile ticket) {
        var asker = ticket.asker();
        return asker == null || asker.user() == null ? "" : asker.user();
    }
}
