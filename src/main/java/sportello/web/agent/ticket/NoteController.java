package sportello.web.agent.ticket;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import sportello.ticket.DraftKind;
import sportello.ticket.Noting;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class NoteController {
    private static final String TEMPLATE = "agent/ticket/note";

    private final TicketPages pages;
    private final Agents agents;
    private final Beginnings beginnings;
    private final Noting noting;
    private final Unsent unsent;
    private final Afterwards afterwards;
    private final Views views;

    NoteController(
            TicketPages pages,
            Agents agents,
            Beginnings beginnings,
            Noting noting,
            Unsent unsent,
            Afterwards afterwards,
            Views views) {
        this.pages = pages;
        this.agents = agents;
        this.beginnings = beginnings;
        this.noting = noting;
        this.unsent = unsent;
        this.afterwards = afterwards;
        this.views = views;
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

    @PostMapping("/tickets/{number}/notes")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        var outcome = typed.read()
                .then(note -> noting.note(
                        number,
                        note.subject(),
                        note.text(),
                        typed.isVisible(),
                        note.files(),
                        note.spent(),
                        typed.agents().stream().map(AgentId::new).collect(Collectors.toSet()),
                        viewer));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> {
                unsent.sent(number, DraftKind.NOTE, typed, viewer);
                yield afterwards.done(
                        trace, number, Notice.of(typed.isVisible() ? "notice.note_visible" : "notice.note_internal"));
            }
            case Outcome.Refused<Trace>(var why) -> {
                unsent.refused(number, DraftKind.NOTE, typed, viewer);
                yield views.show(
                        Afterwards.statusOf(why), TEMPLATE, page(pages.ticket(number, viewer), typed, why, viewer));
            }
        };
    }

    private NotePage page(TicketFile ticket, Typed typed, @Nullable Refusal why, AgentViewer viewer) {
        var others = agents.with(Permission.RO, ticket.group()).stream()
                .filter(agent -> !agent.id().equals(viewer.id()))
                .toList();
        return new NotePage(ticket, typed, others, why);
    }
}
