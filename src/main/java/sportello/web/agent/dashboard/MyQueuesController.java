package sportello.web.agent.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.queue.Subscribing;
import sportello.ticket.Desk;
import sportello.ticket.QueueCount;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MyQueuesController {
    private final Desk desk;
    private final Subscribing subscribing;
    private final Views views;

    MyQueuesController(Desk desk, Subscribing subscribing, Views views) {
        this.desk = desk;
        this.subscribing = subscribing;
        this.views = views;
    }

    @GetMapping("/agent/queues/mine")
    View edit(AgentViewer viewer) {
        var queues = desk.queues(viewer);
        var mine = queues.stream()
                .filter(QueueCount::subscribed)
                .map(QueueCount::id)
                .collect(Collectors.toSet());
        return show(HttpStatus.OK, queues, mine, null);
    }

    @PostMapping("/agent/queues/mine")
    View update(@RequestParam(name = "queue", required = false) @Nullable List<Long> queue, AgentViewer viewer) {
        var chosen = queue == null
                ? Set.<QueueId>of()
                : queue.stream().map(QueueId::new).collect(Collectors.toSet());
        return switch (subscribing.subscribe(chosen, viewer)) {
            case Outcome.Done<Integer>(var count) ->
                views.redirect("/agent", Notice.of("notice.my_queues", count.toString()));
            case Outcome.Refused<Integer>(var why) ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, desk.queues(viewer), chosen, why);
        };
    }

    private View show(HttpStatus status, List<QueueCount> queues, Set<QueueId> chosen, @Nullable Refusal why) {
        return views.show(status, "agent/dashboard/my_queues", new MyQueuesPage(queues, chosen, why));
    }
}
