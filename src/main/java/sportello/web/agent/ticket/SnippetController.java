package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

/** Tells what can be put into a text on a ticket while it is written. */
@Controller
class SnippetController {
    private final TicketPages pages;
    private final Prepared prepared;
    private final Views views;

    SnippetController(TicketPages pages, Prepared prepared, Views views) {
        this.pages = pages;
        this.prepared = prepared;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/snippets")
    View index(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show("agent/ticket/snippets", new SnippetsPage(prepared.snippets(ticket, viewer)));
    }
}
