package sportello.web.agent.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.TemplateKind;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.Postponing;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class PendingController {
    private static final String TEMPLATE = "agent/ticket/pending";

    private final TicketPages pages;
    private final Postponing postponing;
    private final Prepared prepared;
    private final Drafts drafts;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    PendingController(
            TicketPages pages,
            Postponing postponing,
            Prepared prepared,
            Drafts drafts,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.postponing = postponing;
        this.prepared = prepared;
        this.drafts = drafts;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/tickets/{number}/pending/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(
                TEMPLATE,
                drafts.find(ticket.id(), DraftKind.PENDING, 0, viewer)
                        .map(draft ->
                                page(ticket, PendingForm.of(ticket.version(), draft.content()), draft.savedAt(), null))
                        .orElseGet(() -> page(ticket, PendingForm.fresh(ticket.version(), now(viewer)), null, null)));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/pending")
    View create(
            @PathVariable TicketNumber number,
            PendingForm form,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, form, viewer);
        var outcome = form.read(now(viewer))
                .then(wait -> postponing.postpone(
                        number, form.version(), wait.state(), wait.until(), wait.note(), wait.spent(), viewer));
        return answer(outcome, number, form, Notice.of("notice.postponed"), viewer);
    }

    /** Asked for from the same form, which therefore says why nothing happened. */
    @PostMapping("/tickets/{number}/resumption")
    View destroy(@PathVariable TicketNumber number, PendingForm form, AgentViewer viewer) {
        return answer(postponing.resume(number, viewer), number, form, Notice.of("notice.resumed"), viewer);
    }

    private View answer(
            Outcome<Trace> outcome, TicketNumber number, PendingForm form, Notice notice, AgentViewer viewer) {
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                drafts.discard(number, DraftKind.PENDING, 0, viewer);
                yield afterwards.done(trace, number, notice);
            }
            case Outcome.Refused<Trace>(var why) -> {
                drafts.keep(number, DraftKind.PENDING, 0, form.content(), viewer);
                yield views.show(
                        Afterwards.statusOf(why), TEMPLATE, page(pages.ticket(number, viewer), form, null, why));
            }
        };
    }

    private View filled(TicketNumber number, PendingForm form, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var word = Typed.blank(form.version(), "", form.text()).with(Map.of("template", "" + form.template()));
        var again = form.saying(
                prepared.filled(word, ticket, TemplateKind.NOTE, viewer).text());
        drafts.keep(number, DraftKind.PENDING, 0, again.content(), viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(ticket, again, null, null));
    }

    private PendingPage page(TicketFile ticket, PendingForm form, @Nullable Instant left, @Nullable Refusal why) {
        return new PendingPage(ticket, form, prepared.ofWord(ticket), left, why);
    }

    private ZonedDateTime now(AgentViewer viewer) {
        return clock.instant().atZone(viewer.zone());
    }
}
