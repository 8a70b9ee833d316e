package sportello.web.admin;

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
import sportello.agent.Agents;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingRouting;
import sportello.queue.KeptRoutingRule;
import sportello.queue.Queues;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/routing")
class RoutingController {
    private final KeepingRouting keeping;
    private final Queues queues;
    private final Agents agents;
    private final Views views;

    RoutingController(KeepingRouting keeping, Queues queues, Agents agents, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.agents = agents;
        this.views = views;
    }

    @GetMapping
    View index(AgentViewer viewer) {
        return views.show(
                "admin/routing", RoutingPage.of(keeping.all(), queues.valid(), agents.valid(viewer.authority())));
    }

    @GetMapping("/new")
    View fresh(AgentViewer viewer) {
        return form(HttpStatus.OK, null, RoutingForm.BLANK, null, viewer);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = RoutingForm.read(new Sent(sent));
        return switch (keeping.add(form.rule(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.routing.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why, viewer);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = rule(id);
        return form(HttpStatus.OK, kept, RoutingForm.of(kept), null, viewer);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = rule(id);
        var form = RoutingForm.read(new Sent(sent));
        return switch (keeping.correct(id, form.seen(), form.rule(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.routing.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var kept = rule(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done ->
                toList(Notice.of("notice.routing.moved", kept.rule().name()));
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, RoutingForm.of(kept), why, viewer);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.ROUTING.address(), notice);
    }

    private View form(
            HttpStatus status,
            @Nullable KeptRoutingRule kept,
            RoutingForm form,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        return views.show(
                status,
                "admin/routing_form",
                new RoutingFormPage(kept, form, queues.valid(), agents.valid(viewer.authority()), refusal));
    }

    private KeptRoutingRule rule(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
