package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketNumber;
import sportello.ticket.Watching;
import sportello.web.Notice;

@Controller
class WatchController {
    private final Watching watching;
    private final Afterwards afterwards;

    WatchController(Watching watching, Afterwards afterwards) {
        this.watching = watching;
        this.afterwards = afterwards;
    }

    @PostMapping("/tickets/{number}/watch")
    View create(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(watching.watch(number, viewer), number, Notice.of("notice.watched"), viewer);
    }

    @PostMapping("/tickets/{number}/unwatch")
    View destroy(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(watching.leave(number, viewer), number, Notice.of("notice.unwatched"), viewer);
    }
}
