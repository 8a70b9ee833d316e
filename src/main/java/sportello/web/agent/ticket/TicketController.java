package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

@Controller
class TicketController {
    private final TicketPages pages;
    private final Views views;

    TicketController(TicketPages pages, Views views) {
        this.pages = pages;
        this.views = views;
    }

    @GetMapping("/tickets/{number}")
    View show(@PathVariable TicketNumber number, @RequestParam(defaultValue = "0") int article, AgentViewer viewer) {
        return views.show("agent/ticket/ticket", pages.of(number, article, viewer, null));
    }
}
