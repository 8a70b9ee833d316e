package sportello.web.agent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Desk;
import sportello.ticket.QueueCount;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketLists;
import sportello.ticket.Whose;
import sportello.web.Views;

@Controller
class DashboardController {
    private static final int ROWS = 10;

    private final Desk desk;
    private final TicketLists lists;
    private final Views views;
    private final Clock clock;

    DashboardController(Desk desk, TicketLists lists, Views views, Clock clock) {
        this.desk = desk;
        this.lists = lists;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/agent")
    View show(
            @RequestParam(name = "new", defaultValue = "") String freshTab,
            @RequestParam(name = "open", defaultValue = "") String openTab,
            AgentViewer viewer) {
        var fresh = Whose.of(freshTab).orElse(Whose.ALL);
        var open = Whose.of(openTab).orElse(Whose.ALL);
        var queues = desk.queues(viewer);
        var page = new DashboardPage(
                widget(Stage.NEW, fresh, tabs(Stage.NEW, fresh, queues, tab -> Addresses.dashboard(tab, open)), viewer),
                widget(
                        Stage.OPEN,
                        open,
                        tabs(Stage.OPEN, open, queues, tab -> Addresses.dashboard(fresh, tab)),
                        viewer),
                queues,
                WeekChart.of(desk.weekUntil(LocalDate.ofInstant(clock.instant(), viewer.zone()), viewer)));
        return views.show("agent/dashboard", page);
    }

    private Widget widget(Stage stage, Whose whose, List<Tab> tabs, AgentViewer viewer) {
        var filter = new TicketFilter(whose, stage, null);
        var part = lists.newest(viewer, filter, ROWS);
        return new Widget(stage, tabs, part.rows(), part.hasNext(), Addresses.list(filter));
    }

    static List<Tab> tabs(Stage stage, Whose active, List<QueueCount> queues, Function<Whose, String> address) {
        return Arrays.stream(Whose.values())
                .map(whose -> new Tab(
                        "tab." + whose.key(),
                        address.apply(whose),
                        queues.stream()
                                .mapToInt(queue -> count(queue, stage, whose))
                                .sum(),
                        whose == active))
                .toList();
    }

    private static int count(QueueCount queue, Stage stage, Whose whose) {
        var count = stage == Stage.NEW ? queue.fresh() : queue.open();
        return switch (whose) {
            case MINE -> count.mine();
            case RESPONSIBLE -> count.responsible();
            case QUEUES -> queue.subscribed() ? count.all() : 0;
            case ALL -> count.all();
        };
    }
}
