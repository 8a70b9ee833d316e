package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

    /** @param frame the part of the page that is asked for; another article is put into the page that is there */
    @GetMapping("/tickets/{number}")
    View show(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "0") int article,
            @RequestHeader(name = "Turbo-Frame", defaultValue = "") String frame,
            AgentViewer viewer) {
        var page = pages.of(number, article, viewer, null);
        return views.show(frame.equals("article") ? "agent/ticket/article_frame" : "agent/ticket/ticket", page);
    }

    /** @param before the number of the article above which the shown ones stand, 0 for the newest */
    @GetMapping(path = "/tickets/{number}", params = "view=conversation")
    View conversation(
            @PathVariable TicketNumber number, @RequestParam(defaultValue = "0") int before, AgentViewer viewer) {
        return views.show("agent/ticket/ticket", pages.conversation(number, before, viewer));
    }
}
