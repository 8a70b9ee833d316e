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
import sportello.agent.KeepingRoles;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingQueues;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeepingLimits;
import sportello.ticket.KeptLimit;
import sportello.ticket.Labels;
import sportello.ticket.State;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** What agents may not choose, by what a ticket is. */
@Controller
@RequestMapping("/admin/limits")
class LimitController {
    private final KeepingLimits keeping;
    private final KeepingQueues queues;
    private final KeepingChoices choices;
    private final KeepingRoles roles;
    private final Labels labels;
    private final Views views;

    LimitController(
            KeepingLimits keeping,
            KeepingQueues queues,
            KeepingChoices choices,
            KeepingRoles roles,
            Labels labels,
            Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.choices = choices;
        this.roles = roles;
        this.labels = labels;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/limits", new LimitsPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, LimitForm.BLANK, null);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = LimitForm.read(new Sent(sent));
        return switch (keeping.add(form.limit(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.limits.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = limit(id);
        return form(HttpStatus.OK, kept, LimitForm.of(kept), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = limit(id);
        var form = LimitForm.read(new Sent(sent));
        return switch (keeping.correct(id, form.seen(), form.limit(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.limits.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var kept = limit(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done ->
                toList(Notice.of("notice.limits.moved", kept.limit().name()));
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, LimitForm.of(kept), why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.LIMITS.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptLimit kept, LimitForm form, @Nullable Refusal refusal) {
        var now = labels.now();
        var offered = new LimitFormPage.Offered(
                queues.all(),
                choices.all(ChoiceList.TYPES),
                choices.all(ChoiceList.SERVICES),
                roles.all(),
                now.all(State.ALL),
                now.all(State.CHOSEN));
        return views.show(status, "admin/limit_form", new LimitFormPage(kept, form, offered, refusal));
    }

    private KeptLimit limit(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
