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
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Addressees;
import sportello.ticket.DraftKind;
import sportello.ticket.Redirecting;
import sportello.ticket.Resending;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

/** Mails that leave as they are: passed on to somebody else, or once more to whom they did not reach. */
@Controller
class RedirectController {
    private static final String TEMPLATE = "agent/ticket/redirect";

    private final TicketPages pages;
    private final Redirecting redirecting;
    private final Resending resending;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    RedirectController(
            TicketPages pages,
            Redirecting redirecting,
            Resending resending,
            Unsent unsent,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.redirecting = redirecting;
        this.resending = resending;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/redirects/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var blank = Typed.blank(ticket.version(), "", "").with(Map.of("article", "" + article));
        var typed = unsent.or(() -> blank, ticket, DraftKind.REDIRECT, article, viewer);
        return views.show(TEMPLATE, new WritingPage(ticket, typed, Offer.NONE, null));
    }

    @PostMapping("/tickets/{number}/redirects")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        var outcome = Addressees.of(typed.to(), "", "").then(people -> redirect(number, typed, people, viewer));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.REDIRECT, typed, trace, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.redirected"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.REDIRECT, typed, viewer);
                yield views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new WritingPage(pages.ticket(number, viewer), typed, Offer.NONE, why));
            }
        };
    }

    private Outcome<Trace> redirect(TicketNumber number, Typed typed, Addressees people, AgentViewer viewer) {
        if (people.all().size() > 1) return Outcome.refused("redirect.many");
        return redirecting.redirect(
                number, typed.version(), typed.article(), people.all().getFirst(), viewer);
    }

    /** @param position of the recipient whom the mail did not reach */
    @PostMapping("/tickets/{number}/resends")
    View resend(
            @PathVariable TicketNumber number,
            @RequestParam int article,
            @RequestParam int position,
            AgentViewer viewer) {
        return afterwards.of(
                resending.resend(number, article, position, viewer), number, Notice.of("notice.resent"), viewer);
    }
}
