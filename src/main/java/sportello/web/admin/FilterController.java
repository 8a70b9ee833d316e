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
import sportello.field.Fields;
import sportello.identity.Viewer.AgentViewer;
import sportello.postmaster.KeepingFilters;
import sportello.postmaster.KeptFilter;
import sportello.queue.Queues;
import sportello.ticket.Choices;
import sportello.ticket.Labels;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/filters")
class FilterController {
    private final KeepingFilters keeping;
    private final Queues queues;
    private final Agents agents;
    private final Choices choices;
    private final Labels labels;
    private final Fields fields;
    private final Views views;

    FilterController(
            KeepingFilters keeping,
            Queues queues,
            Agents agents,
            Choices choices,
            Labels labels,
            Fields fields,
            Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.agents = agents;
        this.choices = choices;
        this.labels = labels;
        this.fields = fields;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/filters", new FiltersPage(keeping.all(), fields.all()));
    }

    @GetMapping("/new")
    View fresh(AgentViewer viewer) {
        return form(HttpStatus.OK, null, FilterForm.BLANK, null, viewer);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = FilterForm.read(new Sent(sent));
        return switch (keeping.add(form.filter(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.filter.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why, viewer);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var kept = filter(id);
        return form(HttpStatus.OK, kept, FilterForm.of(kept), null, viewer);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var kept = filter(id);
        var form = FilterForm.read(new Sent(sent));
        return switch (keeping.correct(id, form.seen(), form.filter(), form.valid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.filter.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why, viewer);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var kept = filter(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done ->
                toList(Notice.of("notice.filter.moved", kept.filter().name()));
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, kept, FilterForm.of(kept), why, viewer);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.FILTERS.address(), notice);
    }

    private View form(
            HttpStatus status,
            @Nullable KeptFilter kept,
            FilterForm form,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        return views.show(
                status,
                "admin/filter_form",
                new FilterFormPage(
                        kept,
                        form,
                        queues.valid(),
                        agents.valid(viewer.authority()),
                        choices.offered(),
                        labels.now(),
                        fields.all(),
                        refusal));
    }

    private KeptFilter filter(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
