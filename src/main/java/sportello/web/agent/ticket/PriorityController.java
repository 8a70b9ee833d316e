package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Prioritising;
import sportello.ticket.Priority;
import sportello.ticket.TicketNumber;
import sportello.web.Notice;

@Controller
class PriorityController {
    private final Prioritising prioritising;
    private final Afterwards afterwards;

    PriorityController(Prioritising prioritising, Afterwards afterwards) {
        this.prioritising = prioritising;
        this.afterwards = afterwards;
    }

    @PostMapping("/tickets/{number}/priority")
    View update(
            @PathVariable TicketNumber number,
            @RequestParam int version,
            @RequestParam Priority priority,
            AgentViewer viewer) {
        var outcome = prioritising.prioritise(number, version, priority, viewer);
        return afterwards.of(outcome, number, Notice.of("notice.prioritised"), viewer);
    }
}
