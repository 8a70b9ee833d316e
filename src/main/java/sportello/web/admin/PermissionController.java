package sportello.web.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Group;
import sportello.agent.Groups;
import sportello.agent.HeldKey;
import sportello.agent.Holder;
import sportello.agent.KeepingAgents;
import sportello.agent.KeepingPermissions;
import sportello.agent.KeepingRoles;
import sportello.agent.KeptAgent;
import sportello.agent.KeptRole;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/permissions")
class PermissionController {
    private final KeepingPermissions keeping;
    private final KeepingAgents agents;
    private final KeepingRoles roles;
    private final Groups groups;
    private final Views views;

    PermissionController(
            KeepingPermissions keeping, KeepingAgents agents, KeepingRoles roles, Groups groups, Views views) {
        this.keeping = keeping;
        this.agents = agents;
        this.roles = roles;
        this.groups = groups;
        this.views = views;
    }

    /** @param group the first of them, if none is chosen */
    @GetMapping
    View show(@RequestParam(required = false) @Nullable Long group) {
        var all = groups.valid();
        var chosen = all.stream()
                .filter(one -> group == null || one.id().value() == group)
                .findFirst()
                .orElse(null);
        if (chosen == null && group != null) throw new NotFound();
        return views.show("admin/permissions", page(all, chosen, null));
    }

    @PostMapping("/{id}")
    View change(@PathVariable long id, PermissionForm form, AgentViewer viewer) {
        var all = groups.valid();
        var group =
                all.stream().filter(one -> one.id().value() == id).findFirst().orElseThrow(NotFound::new);
        return switch (keeping.change(group.id(), form.shown(), form.wanted(), viewer.authority())) {
            case Outcome.Done<Integer>(var changes) ->
                views.redirect(
                        Area.PERMISSIONS.address() + "?group=" + id,
                        Notice.of("notice.permissions.changed", group.name(), "" + changes));
            case Outcome.Refused<Integer>(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "admin/permissions",
                        page(all, group, new PermissionsPage.Typed(form, why)));
        };
    }

    private PermissionsPage page(List<Group> all, @Nullable Group group, PermissionsPage.@Nullable Typed typed) {
        var validRoles = roles.all().stream().filter(KeptRole::valid).toList();
        var validAgents =
                agents.all().stream().filter(kept -> kept.agent().valid()).toList();
        var held = group == null ? Set.<HeldKey>of() : held(group, validRoles, validAgents);
        return new PermissionsPage(all, group, validRoles, validAgents, held, typed);
    }

    private static Set<HeldKey> held(Group group, List<KeptRole> roles, List<KeptAgent> agents) {
        var held = new HashSet<HeldKey>();
        for (var role : roles)
            for (var key : role.grants().getOrDefault(group.id(), Set.of()))
                held.add(new HeldKey(new Holder.OfRole(role.id()), key));
        for (var kept : agents)
            for (var key : kept.grants().getOrDefault(group.id(), Set.of()))
                held.add(new HeldKey(new Holder.OfAgent(kept.agent().id()), key));
        return held;
    }
}
