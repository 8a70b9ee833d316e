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
import sportello.ticket.Mailing;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MailController {
    private static final String TEMPLATE = "agent/ticket/mail";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Mailing mailing;
    private final Unsent unsent;
    private final KeptFiles kept;
    private final Afterwards afterwards;
    private final Views views;

    MailController(
            TicketPages pages,
            Beginnings beginnings,
            Mailing mailing,
            Unsent unsent,
            KeptFiles kept,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.mailing = mailing;
        this.unsent = unsent;
        this.kept = kept;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/mails/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(() -> beginnings.mail(ticket, viewer), ticket, DraftKind.MAIL, 0, viewer);
        return views.show(TEMPLATE, new WritingPage(ticket, typed, kept.offered(ticket, typed), null));
    }

    @PostMapping("/tickets/{number}/mails")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        return switch (mail(number, typed, viewer)) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.MAIL, typed, trace, viewer);
                yield afterwards.done(trace, number, Notice.of("notice.mailed"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.MAIL, typed, viewer);
                var ticket = pages.ticket(number, viewer);
                yield views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new WritingPage(ticket, typed, kept.offered(ticket, typed), why));
            }
        };
    }

    private Outcome<Trace> mail(TicketNumber number, Typed typed, AgentViewer viewer) {
        return typed.readMail(kept.chosen(number, typed, viewer))
                .then(mail -> mailing.mail(number, typed.version(), mail, typed.isVisible(), viewer));
    }
}
