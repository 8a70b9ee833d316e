package sportello.web.agent.live;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.Inbox;
import sportello.ticket.Presence;
import sportello.ticket.Presences;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

/** Who else is on a ticket's page. */
@Controller
class PresenceController {
    private final Presences presences;
    private final Inbox inbox;
    private final Views views;

    PresenceController(Presences presences, Inbox inbox, Views views) {
        this.presences = presences;
        this.inbox = inbox;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/presence")
    View show(@PathVariable TicketNumber number, AgentViewer viewer) {
        return views.part("agent/live/others", new PresencePage(presences.others(number, viewer)));
    }

    /**
     * Who looks at a ticket has read what the bell says of it.
     *
     * @param presence what the viewer is doing there; any other word says that the viewer has left
     */
    @PostMapping("/tickets/{number}/presence")
    View update(
            @PathVariable TicketNumber number, @RequestParam(defaultValue = "") String presence, AgentViewer viewer) {
        var doing = Presence.of(presence);
        if (doing.isEmpty()) {
            presences.leave(number, viewer);
            return (model, request, response) -> response.setStatus(HttpStatus.NO_CONTENT.value());
        }
        presences.note(number, doing.get(), viewer);
        inbox.readAbout(number, viewer);
        return views.redirect("/tickets/" + number + "/presence");
    }
}
