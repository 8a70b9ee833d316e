package sportello.web.agent.ticket;

import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.reply.TemplateKind;
import sportello.ticket.DraftKind;
import sportello.ticket.Noting;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Views;

@Controller
class NoteController {
    private static final String TEMPLATE = "agent/ticket/note";

    private final TicketPages pages;
    private final Agents agents;
    private final Beginnings beginnings;
    private final Noting noting;
    private final Prepared prepared;
    private final KeptFiles kept;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;
    private final Clock clock;

    NoteController(
            TicketPages pages,
            Agents agents,
            Beginnings beginnings,
            Noting noting,
            Prepared prepared,
            KeptFiles kept,
            Unsent unsent,
            Afterwards afterwards,
            Views views,
            Clock clock) {
        this.pages = pages;
        this.agents = agents;
        this.beginnings = beginnings;
        this.noting = noting;
        this.prepared = prepared;
        this.kept = kept;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
        this.clock = clock;
    }

    /** @param article the number of the note that is answered, 0 for a new one */
    @GetMapping("/tickets/{number}/notes/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam(defaultValue = "0") int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var typed = unsent.or(
                () -> beginnings.note(ticket, pages.article(ticket, article), viewer),
                ticket,
                DraftKind.NOTE,
                article,
                viewer);
        return views.show(TEMPLATE, page(ticket, typed, null, viewer));
    }

    /** @param fill whether only the template's text is wanted */
    @PostMapping("/tickets/{number}/notes")
    View create(
            @PathVariable TicketNumber number,
            @ModelAttribute Typed typed,
            @RequestParam(defaultValue = "false") boolean fill,
            AgentViewer viewer) {
        if (fill) return filled(number, typed, viewer);
        var sequel = typed.sequel(clock.instant().atZone(viewer.zone()));
        var outcome = kept.chosen(number, typed, viewer)
                .then(stored -> typed.read(stored, Prepared.fields(typed, TemplateKind.NOTE, viewer)))
                .then(word -> sequel.then(then -> noting.note(
                        number,
                        typed.version(),
                        word,
                        typed.isVisible(),
                        typed.agents().stream().map(AgentId::new).collect(Collectors.toSet()),
                        then,
                        viewer)));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.NOTE, typed, viewer);
                var stays = typed.isVisible() ? "notice.note_visible" : "notice.note_internal";
                yield afterwards.done(trace, number, Afterwards.noticeOfNote(stays, sequel));
            }
            case Outcome.Refused<Trace>(var why) -> {
                var again = unsent.refused(number, DraftKind.NOTE, typed, viewer);
                yield views.show(
                        Afterwards.statusOf(why), TEMPLATE, page(pages.ticket(number, viewer), again, why, viewer));
            }
        };
    }

    private View filled(TicketNumber number, Typed typed, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var filled = prepared.filled(typed, ticket, TemplateKind.NOTE, viewer);
        var again = unsent.refused(number, DraftKind.NOTE, filled, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, page(ticket, again, null, viewer));
    }

    private static boolean mayGoOn(TicketFile ticket, AgentViewer viewer) {
        return viewer.may(Permission.CLOSE, ticket.group()) || viewer.may(Permission.PENDING, ticket.group());
    }

    private NotePage page(TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var others = agents.with(Permission.RO, ticket.group()).stream()
                .filter(agent -> !agent.id().equals(viewer.id()))
                .toList();
        var offer = prepared.of(ticket, typed, TemplateKind.NOTE, why != null, viewer);
        var saved = unsent.shown(ticket, DraftKind.NOTE, typed, viewer);
        return new NotePage(ticket, typed, others, saved, offer, mayGoOn(ticket, viewer), why);
    }
}
