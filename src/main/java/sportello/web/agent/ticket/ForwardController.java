package sportello.web.agent.ticket;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import sportello.ticket.Forwarding;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.WholeArticle;
import sportello.web.NotFound;
import sportello.web.Views;

@Controller
class ForwardController {
    private static final String TEMPLATE = "agent/ticket/forward";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Forwarding forwarding;
    private final Prepared prepared;
    private final Unsent unsent;
    private final Secrecies secrecies;
    private final KeptFiles kept;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    ForwardController(
            TicketPages pages,
            Beginnings beginnings,
            Forwarding forwarding,
            Prepared prepared,
            Unsent unsent,
            Secrecies secrecies,
            KeptFiles kept,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.forwarding = forwarding;
        this.prepared = prepared;
        this.unsent = unsent;
        this.secrecies = secrecies;
        this.kept = kept;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/tickets/{number}/forwards/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var whole = pages.article(ticket, article).orElseThrow(NotFound::new);
        var typed =
                unsent.or(() -> beginnings.forward(ticket, whole, viewer), ticket, DraftKind.FORWARD, article, viewer);
        return views.show(TEMPLATE, page(ticket, typed, Optional.of(whole), null, viewer));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/forwards")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
        var sequel = typed.sequel(clock.instant().atZone(viewer.zone()));
        var outcome = kept.chosen(number, typed, viewer)
                .then(stored -> typed.readMail(stored, Prepared.fields(typed, TemplateKind.FORWARD, viewer)))
                .then(mail -> sequel.then(then -> forwarding.forward(
                        number,
                        typed.version(),
                        typed.article(),
                        Set.copyOf(typed.along()),
                        mail,
                        typed.isVisible(),
                        then,
                        viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.FORWARD, typed, trace, viewer);
                yield afterwards.done(trace, number, Afterwards.notice("notice.forwarded", sequel));
            }
            case Outcome.Refused<Trace>(var why) -> {
                var again = unsent.refused(number, DraftKind.FORWARD, typed, viewer);
                yield again(Afterwards.statusOf(why), number, again, why, viewer);
            }
        };
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var filled = prepared.filled(typed, pages.ticket(number, viewer), TemplateKind.FORWARD, viewer);
        var again = unsent.refused(number, DraftKind.FORWARD, filled, viewer);
        return again(HttpStatus.UNPROCESSABLE_CONTENT, number, again, null, viewer);
    }

    private ForwardPage page(
            TicketFile ticket,
            Typed typed,
            Optional<WholeArticle> forwarded,
            @Nullable Refusal why,
            AgentViewer viewer) {
        var offer = prepared.of(ticket, typed, TemplateKind.FORWARD, why != null, viewer);
        var saved = unsent.shown(ticket, DraftKind.FORWARD, typed, viewer);
        var files = forwarded.map(WholeArticle::files).orElse(List.of());
        var secrecy = secrecies.of(typed, forwarded.map(WholeArticle::encrypted).orElse(false), why);
        return new ForwardPage(ticket, typed, files, kept.offered(ticket, typed), saved, offer, secrecy, why);
    }

    private View again(HttpStatus status, TicketNumber number, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var forwarded = pages.article(ticket, typed.article());
        return views.show(status, TEMPLATE, page(ticket, typed, forwarded, why, viewer));
    }
}
