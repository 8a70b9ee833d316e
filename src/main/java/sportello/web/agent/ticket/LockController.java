package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Locking;
import sportello.ticket.Releasing;
import sportello.ticket.TicketNumber;
import sportello.web.Notice;

@Controller
class LockController {
    private final Locking locking;
    private final Releasing releasing;
    private final Afterwards afterwards;

    LockController(Locking locking, Releasing releasing, Afterwards afterwards) {
        this.locking = locking;
        this.releasing = releasing;
        this.afterwards = afterwards;
    }

    @PostMapping("/tickets/{number}/lock")
    View create(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(locking.lock(number, viewer), number, Notice.of("notice.locked"), viewer);
    }

    @PostMapping("/tickets/{number}/release")
    View destroy(@PathVariable TicketNumber number, AgentViewer viewer) {
        return afterwards.of(releasing.release(number, viewer), number, Notice.of("notice.released"), viewer);
    }
}
