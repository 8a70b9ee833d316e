package sportello.web.agent.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.ticket.Moving;
import sportello.ticket.ReservedQueues;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Trace;
import sportello.web.AwayPeople;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class MoveController {
    private final Moving moving;
    private final Queues queues;
    private final ReservedQueues reserved;
    private final TicketFiles tickets;
    private final AwayPeople away;
    private final TicketPages pages;
    private final Afterwards afterwards;
    private final Views views;

    MoveController(
            Moving moving,
            Queues queues,
            ReservedQueues reserved,
            TicketFiles tickets,
            AwayPeople away,
            TicketPages pages,
            Afterwards afterwards,
            Views views) {
        this.away = away;
        this.pages = pages;
        this.moving = moving;
        this.queues = queues;
        this.reserved = reserved;
        this.tickets = tickets;
        this.afterwards = afterwards;
        this.views = views;
    }

    /** Fetched when somebody opens the menu: there can be many queues, and most look at a ticket without moving it. */
    @GetMapping("/tickets/{number}/move/new")
    View fresh(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var targets = queues.where(viewer, Permission.MOVE_INTO).stream()
                .filter(queue -> !queue.id().equals(ticket.queue()))
                .filter(queue -> ticket.limits().against(queue.id()).isEmpty())
                .toList();
        return views.show(
                "agent/ticket/move", new MovePage(ticket, targets, hidden(ticket, targets), away.byDefault(targets)));
    }

    private Set<QueueId> hidden(TicketFile ticket, List<Queue> targets) {
        var asker = ticket.asker();
        return asker == null
                ? Set.of()
                : reserved.hidden(
                        targets.stream().filter(Queue::reserved).map(Queue::id).toList(),
                        asker.userId(),
                        asker.customerId());
    }

    @PostMapping("/tickets/{number}/move")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam int version,
            @RequestParam long queue,
            AgentViewer viewer) {
        var target = new QueueId(queue);
        var outcome = moving.move(number, version, target, viewer);
        if (!(outcome instanceof Outcome.Done<Trace>))
            return afterwards.of(outcome, number, Notice.of("notice.moved", nameOf(target)), viewer);
        var moved = tickets.find(number, viewer);
        return moved.isEmpty()
                ? views.redirect("/agent", Notice.of("notice.moved_away", number.value(), nameOf(target)))
                : afterwards.of(outcome, number, notice(moved.get()), viewer);
    }

    /** Where it went, and whether somebody has it there now who is away. */
    private Notice notice(TicketFile moved) {
        var people = Stream.of(moved.owner(), moved.responsible())
                .filter(Objects::nonNull)
                .map(TicketFile.Person::id)
                .distinct()
                .toList();
        return away.of(people).people().values().stream()
                .findFirst()
                .map(person -> AwayNotice.of("notice.moved", person, moved.queueName()))
                .orElseGet(() -> Notice.of("notice.moved", moved.queueName()));
    }

    private String nameOf(QueueId queue) {
        return queues.find(queue).map(found -> found.name()).orElse("");
    }
}
