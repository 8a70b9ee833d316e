package sportello.web.agent.ticket;

import java.util.Map;
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
import sportello.ticket.Call;
import sportello.ticket.Calling;
import sportello.ticket.DraftKind;
import sportello.ticket.PersonName;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class CallController {
    private static final String TEMPLATE = "agent/ticket/call";

    private final TicketPages pages;
    private final Calling calling;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    CallController(TicketPages pages, Calling calling, Unsent unsent, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.calling = calling;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/calls/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "") String call, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var beginning = Typed.blank(ticket.version(), ticket.title(), "").with(Map.of("other", asker(ticket)));
        var typed = unsent.or(() -> beginning, ticket, DraftKind.CALL, 0, viewer);
        return views.show(TEMPLATE, new CallPage(Call.of(call).orElse(Call.RECEIVED), ticket, typed, null));
    }

    @PostMapping("/tickets/{number}/calls")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam String call,
            @ModelAttribute Typed typed,
            AgentViewer viewer) {
        var direction = Call.of(call).orElseThrow(NotFound::new);
        var outcome = PersonName.of(typed.other())
                .then(other -> typed.read()
                        .then(word -> calling.call(
                                number,
                                direction,
                                other,
                                word.subject(),
                                word.text(),
                                word.files(),
                                word.spent(),
                                viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.CALL, typed, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.call." + direction.key()));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.CALL, typed, viewer);
                yield again(direction, number, typed, why, viewer);
            }
        };
    }

    private View again(Call call, TicketNumber number, Typed typed, Refusal why, AgentViewer viewer) {
        return views.show(
                Afterwards.statusOf(why), TEMPLATE, new CallPage(call, pages.ticket(number, viewer), typed, why));
    }

    private static String asker(TicketFile ticket) {
        var asker = ticket.asker();
        return asker == null || asker.user() == null ? "" : asker.user();
    }
}
