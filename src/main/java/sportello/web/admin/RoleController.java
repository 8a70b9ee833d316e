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
import sportello.agent.Groups;
import sportello.agent.KeepingAgents;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptRole;
import sportello.agent.RoleId;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.KeepingLimits;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/roles")
class RoleController {
    private final KeepingRoles keeping;
    private final KeepingAgents agents;
    private final Groups groups;
    private final KeepingLimits limits;
    private final Views views;

    RoleController(KeepingRoles keeping, KeepingAgents agents, Groups groups, KeepingLimits limits, Views views) {
        this.keeping = keeping;
        this.agents = agents;
        this.groups = groups;
        this.limits = limits;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/roles", new RolesPage(keeping.all(), groups.valid()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, RoleForm.BLANK, null);
    }

    @PostMapping
    View create(RoleForm form, AgentViewer viewer) {
        return switch (keeping.add(form.details(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.role.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = role(id);
        return form(HttpStatus.OK, kept, RoleForm.of(kept), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, RoleForm form, AgentViewer viewer) {
        var kept = role(id);
        return switch (keeping.correct(kept.id(), form.seen(), form.details(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.role.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.ROLES.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptRole kept, RoleForm form, @Nullable Refusal refusal) {
        var limiting =
                kept == null ? List.<String>of() : limits.ofRole(kept.id().value());
        return views.show(
                status,
                "admin/role_form",
                new RoleFormPage(kept, form, groups.valid(), holders(kept), limiting, refusal));
    }

    private List<String> holders(@Nullable KeptRole role) {
        if (role == null) return List.of();
        return agents.all().stream()
                .filter(kept -> kept.agent().valid() && kept.roles().contains(role.id()))
                .map(kept -> kept.agent().name())
                .toList();
    }

    private KeptRole role(long id) {
        return keeping.find(new RoleId(id)).orElseThrow(NotFound::new);
    }
}
