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
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.FailureCauses;
import sportello.ticket.KeepingCauses;
import sportello.ticket.ListedCause;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/causes")
class CauseController {
    private final FailureCauses causes;
    private final KeepingCauses keeping;
    private final Views views;

    CauseController(FailureCauses causes, KeepingCauses keeping, Views views) {
        this.causes = causes;
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show("admin/causes", new CausesPage(causes.all()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, CauseForm.BLANK, null);
    }

    @PostMapping
    View create(CauseForm form, AgentViewer viewer) {
        return switch (keeping.add(form.name(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.cause.added", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var cause = cause(id);
        return form(HttpStatus.OK, cause, CauseForm.of(cause), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, CauseForm form, AgentViewer viewer) {
        var cause = cause(id);
        return switch (keeping.correct(id, form.seen(), form.name(), form.isValid(), viewer.authority())) {
            case Outcome.Done<String>(var name) -> toList(Notice.of("notice.cause.corrected", name));
            case Outcome.Refused<String>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, cause, form, why);
        };
    }

    /** @param way {@code up}, or else down */
    @PostMapping("/{id}/move")
    View move(@PathVariable long id, @RequestParam String way, AgentViewer viewer) {
        var cause = cause(id);
        return switch (keeping.move(id, way.equals("up"), viewer.authority())) {
            case Outcome.Done<Long> done -> toList(Notice.of("notice.cause.moved", cause.name()));
            case Outcome.Refused<Long>(var why) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, cause, CauseForm.of(cause), why);
        };
    }

    private View toList(Notice notice) {
        return views.redirect(Area.CAUSES.address(), notice);
    }

    private View form(HttpStatus status, @Nullable ListedCause cause, CauseForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/cause_form", new CauseFormPage(cause, form, refusal));
    }

    private ListedCause cause(long id) {
        return causes.find(id).orElseThrow(NotFound::new);
    }
}
