package sportello.web.agent.ticket;

import java.time.Clock;
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
import sportello.ticket.Mailing;
import sportello.ticket.Sequel;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Views;

@Controller
class MailController {
    private static final String TEMPLATE = "agent/ticket/mail";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Mailing mailing;
    private final Prepared prepared;
    private final Unsent unsent;
    private final Secrecies secrecies;
    private final KeptFiles kept;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    MailController(
            TicketPages pages,
            Beginnings beginnings,
            Mailing mailing,
            Prepared prepared,
            Unsent unsent,
            Secrecies secrecies,
            KeptFiles kept,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.mailing = mailing;
        this.prepared = prepared;
        this.unsent = unsent;
        this.secrecies = secrecies;
        this.kept = kept;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/tickets/{number}/mails/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(() -> beginnings.mail(ticket, viewer), ticket, DraftKind.MAIL, 0, viewer);
        return views.show(TEMPLATE, page(ticket, typed, null, viewer));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/mails")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
        var sequel = typed.sequel(clock.instant().atZone(viewer.zone()));
        return switch (mail(number, typed, sequel, viewer)) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.MAIL, typed, trace, viewer);
                yield afterwards.done(trace, number, Afterwards.notice("notice.mailed", sequel));
            }
            case Outcome.Refused<Trace>(var why) -> {
                var again = unsent.refused(number, DraftKind.MAIL, typed, viewer);
                yield views.show(
                        Afterwards.statusOf(why), TEMPLATE, page(pages.ticket(number, viewer), again, why, viewer));
            }
        };
    }

    private Outcome<Trace> mail(TicketNumber number, Typed typed, Outcome<Sequel> sequel, AgentViewer viewer) {
        return kept.chosen(number, typed, viewer)
                .then(stored -> typed.readMail(stored, Prepared.fields(typed, TemplateKind.MAIL, viewer)))
                .then(mail -> sequel.then(
                        then -> mailing.mail(number, typed.version(), mail, typed.isVisible(), then, viewer)));
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.MAIL, viewer);
        var again = unsent.refused(number, DraftKind.MAIL, filled, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(ticket, again, null, viewer));
    }

    private WritingPage page(TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var offer = prepared.of(ticket, typed, TemplateKind.MAIL, why != null, viewer);
        var saved = unsent.shown(ticket, DraftKind.MAIL, typed, viewer);
        return new WritingPage(
                ticket, typed, kept.offered(ticket, typed), saved, offer, secrecies.of(typed, false, why), why);
    }
}
