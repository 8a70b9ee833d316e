package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.agent.Group;
import sportello.agent.Groups;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.ticket.KeepingLimits;
import sportello.web.AwayPeople;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;
import sportello.worktime.Hours;

@Controller
@RequestMapping("/admin/queues")
class QueueController {
    private final KeepingQueues keeping;
    private final Groups groups;
    private final Agents agents;
    private final AwayPeople away;
    private final Hours hours;
    private final WaysOut waysOut;
    private final KeepingLimits limits;
    private final Views views;

    QueueController(
            KeepingQueues keeping,
            Groups groups,
            Agents agents,
            AwayPeople away,
            Hours hours,
            WaysOut waysOut,
            KeepingLimits limits,
            Views views) {
        this.keeping = keeping;
        this.groups = groups;
        this.agents = agents;
        this.away = away;
        this.hours = hours;
        this.waysOut = waysOut;
        this.limits = limits;
        this.views = views;
    }

    @GetMapping
    View index(AgentViewer viewer) {
        return views.show("admin/queues", QueuesPage.of(keeping.all(), agents.valid(viewer.authority())));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, QueueForm.BLANK, null);
    }

    @PostMapping
    View create(QueueForm form, AgentViewer viewer) {
        return switch (keeping.add(form.settings(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.queue.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var queue = queue(id);
        return form(HttpStatus.OK, queue, QueueForm.of(queue), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, QueueForm form, AgentViewer viewer) {
        var queue = queue(id);
        return switch (keeping.correct(queue.queue().id(), form.seen(), form.settings(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.queue.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, queue, form, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.QUEUES.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptQueue queue, QueueForm form, @Nullable Refusal refusal) {
        var offered = groups.valid();
        var able = able(offered);
        return views.show(
                status,
                "admin/queue_form",
                new QueueFormPage(
                        queue,
                        form,
                        above(queue),
                        offered,
                        able,
                        away.among(able),
                        hours.valid(),
                        queue == null ? null : waysOut.of(queue.queue().id()),
                        queue == null ? List.of() : limits.ofQueue(queue.queue().name()),
                        refusal));
    }

    /** Any queue but itself and what lies below it. */
    private List<Queue> above(@Nullable KeptQueue queue) {
        return keeping.all().stream()
                .map(KeptQueue::queue)
                .filter(one -> queue == null || !isWithin(one, queue.queue()))
                .toList();
    }

    private static boolean isWithin(Queue one, Queue queue) {
        return one.id().equals(queue.id()) || one.name().startsWith(queue.name() + "::");
    }

    private List<Agent> able(List<Group> offered) {
        return agents.withAny(Permission.RW, offered.stream().map(Group::id).toList());
    }

    private KeptQueue queue(long id) {
        return keeping.find(new QueueId(id)).orElseThrow(NotFound::new);
    }
}
