package sportello.web.agent.live;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.Inbox;
import sportello.notification.NotificationId;
import sportello.web.Views;

/** What stands under the bell: a page, and the panel that opens in the bar. */
@Controller
class NotificationController {
    private final Inbox inbox;
    private final Views views;

    NotificationController(Inbox inbox, Views views) {
        this.inbox = inbox;
        this.views = views;
    }

    @GetMapping("/agent/notifications")
    View show(AgentViewer viewer) {
        return views.show("agent/live/notifications", page(viewer));
    }

    @GetMapping("/agent/notifications/latest")
    View panel(AgentViewer viewer) {
        return views.part("agent/live/panel", page(viewer));
    }

    @PostMapping("/agent/notifications/{id}/reading")
    View read(@PathVariable long id, AgentViewer viewer) {
        inbox.read(new NotificationId(id), viewer);
        return views.redirect("/agent/notifications");
    }

    @PostMapping("/agent/notifications/reading")
    View readAll(AgentViewer viewer) {
        inbox.readAll(viewer);
        return views.redirect("/agent/notifications");
    }

    private NotificationsPage page(AgentViewer viewer) {
        return new NotificationsPage(inbox.unread(viewer), inbox.latest(viewer));
    }
}
