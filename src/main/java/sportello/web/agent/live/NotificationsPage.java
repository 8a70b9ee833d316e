package sportello.web.agent.live;

import java.util.List;
import sportello.notification.InboxLine;

/** What an agent was told lately. */
public record NotificationsPage(int unread, List<InboxLine> lines) {

    public NotificationsPage {
        lines = List.copyOf(lines);
    }
}
