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
import sportello.agent.AgentId;
import sportello.agent.Groups;
import sportello.agent.KeepingAgents;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptAgent;
import sportello.agent.KeptRole;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Engaging;
import sportello.identity.KeepingFactors;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/agents")
class AgentController {
    private final KeepingAgents keeping;
    private final Engaging engaging;
    private final KeepingFactors factors;
    private final KeepingRoles roles;
    private final Groups groups;
    private final Views views;

    AgentController(
            KeepingAgents keeping,
            Engaging engaging,
            KeepingFactors factors,
            KeepingRoles roles,
            Groups groups,
            Views views) {
        this.keeping = keeping;
        this.engaging = engaging;
        this.factors = factors;
        this.roles = roles;
        this.groups = groups;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/agents", new AgentsPage(keeping.all(), roles.all(), groups.valid()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, AgentForm.BLANK, null);
    }

    @PostMapping
    View create(AgentForm form, AgentViewer viewer) {
        return switch (engaging.engage(form.details(), form.password(), viewer.authority())) {
            case Outcome.Done<AgentId>(var id) ->
                toList(form.password().isEmpty() ? "notice.agent.invited" : "notice.agent.added", id);
            case Outcome.Refused<AgentId>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = agent(id);
        return form(HttpStatus.OK, kept, AgentForm.of(kept), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, AgentForm form, AgentViewer viewer) {
        var kept = agent(id);
        return switch (keeping.correct(kept.agent().id(), form.seen(), form.details(), viewer.authority())) {
            case Outcome.Done<AgentId>(var done) -> toList("notice.agent.corrected", done);
            case Outcome.Refused<AgentId>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toList(String notice, AgentId id) {
        return views.redirect(
                Area.AGENTS.address(),
                Notice.of(notice, agent(id.value()).agent().name()));
    }

    private View form(HttpStatus status, @Nullable KeptAgent kept, AgentForm form, @Nullable Refusal refusal) {
        var factor = kept == null ? null : factors.of(kept.agent().id()).orElse(null);
        return views.show(
                status, "admin/agent_form", new AgentFormPage(kept, factor, form, groups.valid(), offered(), refusal));
    }

    private List<KeptRole> offered() {
        return roles.all().stream().filter(KeptRole::valid).toList();
    }

    private KeptAgent agent(long id) {
        return keeping.find(new AgentId(id)).orElseThrow(NotFound::new);
    }
}
