package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Noting;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class NoteController {
    private static final String TEMPLATE = "agent/ticket/note";

    private final TicketPages pages;
    private final Beginnings beginnings;
    private final Noting noting;
    private final Afterwards afterwards;
    private final Views views;

    NoteController(TicketPages pages, Beginnings beginnings, Noting noting, Afterwards afterwards, Views views) {
        this.pages = pages;
        this.beginnings = beginnings;
        this.noting = noting;
        this.afterwards = afterwards;
        this.views = views;
    }

    /** @param article the number of the note that is answered, 0 for a new one */
    @GetMapping("/tickets/{number}/notes/new")
    View fresh(
            @PathVariable TicketNumber number, @RequestParam(defaultValue = "0") int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show(TEMPLATE, new WritingPage(ticket, beginnings.note(ticket, article, viewer), null));
    }

    @PostMapping("/tickets/{number}/notes")
    View create(@PathVariable TicketNumber number, @ModelAttribute Typed typed, AgentViewer viewer) {
        var outcome = typed.read()
                .then(note ->
                        noting.note(number, note.subject(), note.text(), typed.isVisible(), note.files(), viewer));
        return switch (outcome) {
            case Outcome.Done<Trace>(var trace) ->
                afterwards.done(
                        trace, number, Notice.of(typed.isVisible() ? "notice.note_visible" : "notice.note_internal"));
            case Outcome.Refused<Trace>(var why) ->
                views.show(
                        Afterwards.statusOf(why), TEMPLATE, new WritingPage(pages.ticket(number, viewer), typed, why));
        };
    }
}
