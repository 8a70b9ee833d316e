package sportello.web.agent;

import java.util.List;
import sportello.ticket.QueueCount;

/** What an agent sees first: what is new, what is open, what waits where, how the week went. */
public record DashboardPage(Widget fresh, Widget open, List<QueueCount> queues, WeekChart week) {

    public DashboardPage {
        queues = List.copyOf(queues);
    }
}
