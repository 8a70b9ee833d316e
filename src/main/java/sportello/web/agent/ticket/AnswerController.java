package sportello.web.agent.ticket;

import java.time.Clock;
import java.util.Optional;
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
import sportello.ticket.Answering;
import sportello.ticket.DraftKind;
import sportello.ticket.Sequel;
import sportello.ticket.State;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.ticket.WholeArticle;
import sportello.web.Views;

@Controller
class AnswerController {
    private static final String TEMPLATE = "agent/ticket/answer";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Answering answering;
    private final Prepared prepared;
    private final Unsent unsent;
    private final Secrecies secrecies;
    private final KeptFiles kept;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    AnswerController(
            TicketPages pages,
            Beginnings beginnings,
            Answering answering,
            Prepared prepared,
            Unsent unsent,
            Secrecies secrecies,
            KeptFiles kept,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.answering = answering;
        this.prepared = prepared;
        this.unsent = unsent;
        this.secrecies = secrecies;
        this.kept = kept;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @param article the number of the article that is answered
     * @param template the answer template to begin with, 0 for the empty one
     * @param all whether everybody gets the answer who got the article
     */
    @GetMapping("/tickets/{number}/answers/new")
    View fresh(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "0") int article,
            @RequestParam(defaultValue = "0") long template,
            @RequestParam(defaultValue = "false") boolean all,
            AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var answered = pages.article(ticket, article);
        var typed = unsent.or(
                () -> beginnings.answer(ticket, answered, template, all, viewer),
                ticket,
                DraftKind.ANSWER,
                article,
                viewer);
        return views.show(TEMPLATE, page(ticket, typed, answered, null, viewer));
    }

    /**
     * @param closing whether that is the last word on the ticket, whatever was chosen to come then
     * @param fill whether only the template's text is wanted
     */
    @PostMapping("/tickets/{number}/answers")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean closing,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
        var sequel = closing
                ? Outcome.<Sequel>done(new Sequel.Close(State.CLOSED_SUCCESSFUL))
                : typed.sequel(clock.instant().atZone(viewer.zone()));
        var outcome = kept.chosen(number, typed, viewer)
                .then(stored -> typed.readMail(stored, Prepared.fields(typed, TemplateKind.ANSWER, viewer)))
                .then(mail -> sequel.then(
                        then -> answering.answer(number, typed.version(), typed.article(), mail, then, viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.ANSWER, typed, trace, viewer);
                yield afterwards.done(trace, number, Afterwards.notice("notice.answered", sequel));
            }
            case Outcome.Refused<Trace>(var why) -> {
                var again = unsent.refused(number, DraftKind.ANSWER, typed, viewer);
                yield again(Afterwards.statusOf(why), pages.ticket(number, viewer), again, why, viewer);
            }
        };
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.ANSWER, viewer);
        var again = unsent.refused(number, DraftKind.ANSWER, filled, viewer);
        return again(HttpStatus.UNPROCESSABLE_CONTENT, ticket, again, null, viewer);
    }

    private View again(HttpStatus status, TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var answered = pages.article(ticket, typed.article());
        return views.show(status, TEMPLATE, page(ticket, typed, answered, why, viewer));
    }

    private WritingPage page(
            TicketFile ticket,
            Typed typed,
            Optional<WholeArticle> answered,
            @Nullable Refusal why,
            AgentViewer viewer) {
        var offer = prepared.of(ticket, typed, TemplateKind.ANSWER, why != null, viewer);
        var saved = unsent.shown(ticket, DraftKind.ANSWER, typed, viewer);
        var secrecy = secrecies.of(typed, answered.map(WholeArticle::encrypted).orElse(false), why);
        return new WritingPage(ticket, typed, kept.offered(ticket, typed), saved, offer, secrecy, why);
    }
}
