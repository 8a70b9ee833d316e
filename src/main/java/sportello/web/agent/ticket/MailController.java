package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Mailing;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MailController {
    private static final String TEMPLATE = "agent/ticket/mail";

    private final TicketPages pages;
    private final Mailing mailing;
    private final Afterwards afterwards;
    private final Views views;

    MailController(TicketPages pages, Mailing mailing, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.mailing = mailing;
        this.afterwards = afterwards;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/mails/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(TEMPLATE, new WritingPage(ticket, Typed.blank(ticket.version(), ticket.title(), ""), null));
    }

    @PostMapping("/tickets/{number}/mails")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        return switch (mail(number, typed, viewer)) {
            case Outcome.Done<Trace>(var trace) -> afterwards.done(trace, number, Notice.of("notice.mailed"));
            case Outcome.Refused<Trace>(var why) ->
                views.show(
                        Afterwards.statusOf(why), TEMPLATE, new WritingPage(pages.ticket(number, viewer), typed, why));
        };
    }

    private Outcome<Trace> mail(TicketNumber number, Typed typed, AgentViewer viewer) {
        return typed.readMail()
                .then(mail -> mailing.mail(number, typed.version(), mail, typed.isVisible(), viewer));
    }
}
