package sportello.web.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.ticket.Desk;
import sportello.ticket.ListPlace;
import sportello.ticket.QueueCount;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketLists;
import sportello.ticket.TicketPart;
import sportello.ticket.Whose;
import sportello.web.NotFound;
import sportello.web.Views;

@Controller
class TicketListController {
    private static final int ROWS = 50;

    private final TicketLists lists;
    private final Desk desk;
    private final Views views;

    TicketListController(TicketLists lists, Desk desk, Views views) {
        this.lists = lists;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping("/agent/tickets")
    View index(
            @RequestParam(required = false) @Nullable Long queue,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String before,
            AgentViewer viewer) {
        var filter = new TicketFilter(
                Whose.of(tab).orElse(Whose.ALL),
                Stage.of(state).orElse(Stage.ACTIVE),
                queue == null ? null : new QueueId(queue));
        var queues = desk.queues(viewer);
        var part = part(ListPlace.of(after), ListPlace.of(before), viewer, filter);
        return views.show(
                "agent/tickets",
                new TicketListPage(
                        filter,
                        nameOf(filter.queue(), queues),
                        stages(filter, queues),
                        whose(filter),
                        queues,
                        part.rows(),
                        part.newer()
                                .map(place -> Addresses.newerThan(place, filter))
                                .orElse(null),
                        part.older()
                                .map(place -> Addresses.olderThan(place, filter))
                                .orElse(null)));
    }

    private TicketPart part(
            Optional<ListPlace> after, Optional<ListPlace> before, AgentViewer viewer, TicketFilter filter) {
        if (after.isPresent()) return lists.olderThan(after.get(), viewer, filter, ROWS);
        if (before.isPresent()) return lists.newerThan(before.get(), viewer, filter, ROWS);
        return lists.newest(viewer, filter, ROWS);
    }

    private static @Nullable String nameOf(@Nullable QueueId queue, List<QueueCount> queues) {
        if (queue == null) return null;
        return queues.stream()
                .filter(count -> count.id().equals(queue))
                .findFirst()
                .orElseThrow(NotFound::new)
                .name();
    }

    private static List<Tab> stages(TicketFilter filter, List<QueueCount> queues) {
        var chosen = queues.stream()
                .filter(queue -> filter.queue() == null || queue.id().equals(filter.queue()))
                .toList();
        return Arrays.stream(Stage.values())
                .map(stage -> new Tab(
                        "stage." + stage.key(),
                        Addresses.list(new TicketFilter(filter.whose(), stage, filter.queue())),
                        stage == Stage.CLOSED || filter.whose() != Whose.ALL
                                ? -1
                                : chosen.stream()
                                        .mapToInt(queue -> queue.of(stage))
                                        .sum(),
                        stage == filter.stage()))
                .toList();
    }

    private static List<Tab> whose(TicketFilter filter) {
        return Arrays.stream(Whose.values())
                .map(whose -> new Tab(
                        "tab." + whose.key(),
                        Addresses.list(new TicketFilter(whose, filter.stage(), filter.queue())),
                        -1,
                        whose == filter.whose()))
                .toList();
    }
}
