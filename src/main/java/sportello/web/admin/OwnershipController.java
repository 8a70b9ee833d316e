package sportello.web.admin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.KeepingOwnership;
import sportello.queue.KeepingQueues;
import sportello.queue.KeptQueue;
import sportello.queue.QueueId;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Who is in charge in which queue, and who is told of what happens there. */
@Controller
@RequestMapping("/admin/ownership")
class OwnershipController {
    private final KeepingOwnership keeping;
    private final KeepingQueues queues;
    private final Agents agents;
    private final Views views;

    OwnershipController(KeepingOwnership keeping, KeepingQueues queues, Agents agents, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.agents = agents;
        this.views = views;
    }

    @GetMapping
    View index(AgentViewer viewer) {
        return views.show(
                "admin/ownership",
                OwnershipPage.of(queues.all(), agents.valid(viewer.authority()), keeping.house(), keeping.own()));
    }

    @GetMapping("/house/edit")
    View editHouse() {
        return form(HttpStatus.OK, null, OwnershipForm.of(keeping.house()), null);
    }

    @PostMapping("/house")
    View updateHouse(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = OwnershipForm.read(new Sent(sent), keeping.house().keySet());
        return switch (keeping.correctHouse(form.answers(), viewer.authority())) {
            case Outcome.Done<Integer> done -> toTable(Notice.of("notice.ownership.house"));
            case Outcome.Refused<Integer>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = queue(id);
        var own = keeping.own().getOrDefault(kept.queue().id(), Map.of());
        return form(HttpStatus.OK, kept, OwnershipForm.of(kept, own), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = queue(id);
        var form = OwnershipForm.read(new Sent(sent), keeping.house().keySet());
        var corrected = keeping.correct(
                kept.queue().id(),
                form.seen(),
                form.ownerId(),
                form.responsibleId(),
                form.answers(),
                viewer.authority());
        return switch (corrected) {
            case Outcome.Done<String>(var name) -> toTable(Notice.of("notice.ownership.queue", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toTable(Notice notice) {
        return views.redirect(Area.OWNERSHIP.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptQueue kept, OwnershipForm form, @Nullable Refusal refusal) {
        var able = kept == null
                ? List.<Agent>of()
                : agents.with(Permission.RW, kept.queue().group());
        return views.show(
                status, "admin/ownership_form", new OwnershipFormPage(kept, form, keeping.house(), able, refusal));
    }

    private KeptQueue queue(long id) {
        return queues.find(new QueueId(id)).orElseThrow(NotFound::new);
    }
}
