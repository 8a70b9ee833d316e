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
import sportello.agent.Group;
import sportello.agent.GroupId;
import sportello.agent.KeepingGroups;
import sportello.agent.KeptGroup;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.KeepingQueues;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/groups")
class GroupController {
    private final KeepingGroups keeping;
    private final KeepingQueues queues;
    private final Views views;

    GroupController(KeepingGroups keeping, KeepingQueues queues, Views views) {
        this.keeping = keeping;
        this.queues = queues;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/groups", new GroupsPage(keeping.all(), queues.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, GroupForm.BLANK, null);
    }

    @PostMapping
    View create(GroupForm form, AgentViewer viewer) {
        return switch (keeping.add(form.name(), form.isReserved(), viewer.authority())) {
            case Outcome.Done<Group>(var added) -> toList(Notice.of("notice.group.added", added.name()));
            case Outcome.Refused<Group>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var kept = group(id);
        return form(HttpStatus.OK, kept, GroupForm.of(kept), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, GroupForm form, AgentViewer viewer) {
        var kept = group(id);
        return switch (keeping.correct(
                kept.group().id(), form.seen(), form.name(), form.isValid(), form.isReserved(), viewer.authority())) {
            case Outcome.Done<String>(var renamed) -> toList(Notice.of("notice.group.renamed", renamed));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, kept, form, why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.GROUPS.address(), notice);
    }

    private View form(HttpStatus status, @Nullable KeptGroup kept, GroupForm form, @Nullable Refusal refusal) {
        var used = kept == null ? List.<String>of() : GroupsPage.queuesOf(kept.group(), queues.all());
        return views.show(status, "admin/group_form", new GroupFormPage(kept, form, used, refusal));
    }

    private KeptGroup group(long id) {
        return keeping.find(new GroupId(id)).orElseThrow(NotFound::new);
    }
}
