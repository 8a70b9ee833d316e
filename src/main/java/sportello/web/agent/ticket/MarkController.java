package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Marking;
import sportello.ticket.TicketNumber;
import sportello.web.Notice;

@Controller
class MarkController {
    private final Marking marking;
    private final Afterwards afterwards;

    MarkController(Marking marking, Afterwards afterwards) {
        this.marking = marking;
        this.afterwards = afterwards;
    }

    @PostMapping("/tickets/{number}/articles/{no}/mark")
    View update(
            @PathVariable TicketNumber number,
            @PathVariable int no,
            @RequestParam boolean important,
            AgentViewer viewer) {
        var notice = important ? Notice.of("notice.marked") : Notice.of("notice.unmarked");
        return afterwards.of(marking.mark(number, no, important, viewer), number, no, notice, viewer);
    }
}
