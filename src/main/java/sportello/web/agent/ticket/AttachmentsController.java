package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

/** All files of a ticket in one place. */
@Controller
class AttachmentsController {
    private final TicketPages pages;
    private final TicketFiles tickets;
    private final Views views;

    AttachmentsController(TicketPages pages, TicketFiles tickets, Views views) {
        this.pages = pages;
        this.tickets = tickets;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/attachments")
    View index(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        return views.show("agent/ticket/attachments", new AttachmentsPage(ticket, tickets.filesOf(ticket)));
    }
}
