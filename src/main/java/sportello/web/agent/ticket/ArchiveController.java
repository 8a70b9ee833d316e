package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Archiving;
import sportello.ticket.TicketNumber;
import sportello.web.Notice;

@Controller
class ArchiveController {
    private final Archiving archiving;
    private final Afterwards afterwards;

    ArchiveController(Archiving archiving, Afterwards afterwards) {
        this.archiving = archiving;
        this.afterwards = afterwards;
    }

    @PostMapping("/tickets/{number}/archive")
    View create(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(archiving.archive(number, viewer), number, Notice.of("notice.archived"), viewer);
    }

    @PostMapping("/tickets/{number}/unarchive")
    View destroy(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(archiving.unarchive(number, viewer), number, Notice.of("notice.unarchived"), viewer);
    }
}
