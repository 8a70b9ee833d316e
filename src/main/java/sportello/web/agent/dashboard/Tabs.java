package sportello.web.agent.dashboard;

import java.util.Arrays;
import java.util.List;
import sportello.ticket.DeskList;
import sportello.ticket.QueueCount;
import sportello.ticket.Whose;
import sportello.web.agent.Tab;

/** The four tabs over new and open tickets, with their counters (S30). */
final class Tabs {

    private Tabs() {}

    static List<Tab> over(DeskList list, List<QueueCount> queues, DashboardPlace place) {
        return switch (list) {
            case NEW, OPEN -> tabs(list, queues, place);
            case LOCKED, RESPONSIBLE, REMINDERS, UNASCERTAINED -> List.of();
        };
    }

    private static List<Tab> tabs(DeskList list, List<QueueCount> queues, DashboardPlace place) {
        return Arrays.stream(Whose.values())
                .map(whose -> new Tab(
                        "tab." + whose.key(),
                        place.with(list, whose).address(),
                        queues.stream()
                                .mapToInt(queue -> count(queue, list, whose))
                                .sum(),
                        whose == place.tab(list)))
                .toList();
    }

    private static int count(QueueCount queue, DeskList list, Whose whose) {
        var count = list == DeskList.NEW ? queue.fresh() : queue.open();
        return switch (whose) {
            case MINE -> count.mine();
            case RESPONSIBLE -> count.responsible();
            case QUEUES -> queue.subscribed() ? count.all() : 0;
            case ALL -> count.all();
        };
    }
}
