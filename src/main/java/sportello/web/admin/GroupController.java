package sportello.web.admin;

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
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.agent.KeptGroup;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/groups")
class GroupController {
    private final KeepingGroups keeping;
    private final Views views;

    GroupController(KeepingGroups keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/groups", new GroupsPage(keeping.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, "", 0, null);
    }

    @PostMapping
    View create(@RequestParam(defaultValue = "") String name, AgentViewer viewer) {
        return switch (keeping.add(name, viewer.authority())) {
            case Outcome.Done<Group>(var added) -> toList(Notice.of("notice.group.added", added.name()));
            case Outcome.Refused<Group>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, name, 0, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = group(id);
        return form(HttpStatus.OK, kept, kept.group().name(), kept.version(), null);
    }

    @PostMapping("/{id}")
    View update(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "0") int version,
            AgentViewer viewer) {
        var kept = group(id);
        return switch (keeping.rename(kept.group().id(), version, name, viewer.authority())) {
            case Outcome.Done<String>(var renamed) -> toList(Notice.of("notice.group.renamed", renamed));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, name, version, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.GROUPS.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptGroup kept, String name, int seen, @Nullable Refusal refusal) {
        return views.show(status, "admin/group_form", new GroupFormPage(kept, name, seen, refusal));
    }

    private KeptGroup group(long id) {
        return keeping.find(new GroupId(id)).orElseThrow(NotFound::new);
    }
}
