package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.AccessRules;
import sportello.identity.KeepingAccess;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/access")
class AccessController {
    private final KeepingAccess keeping;
    private final Views views;

    AccessController(KeepingAccess keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View edit() {
        return page(HttpStatus.OK, AccessForm.of(keeping.get(), keeping.version()), null);
    }

    @PostMapping
    View update(AccessForm form, AgentViewer viewer) {
        return switch (keeping.correct(form.seen(), form.rules(), viewer.authority())) {
            case Outcome.Done<AccessRules> done ->
                views.redirect(Area.ACCESS.address(), Notice.of("notice.access.corrected"));
            case Outcome.Refused<AccessRules>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, form, why);
        };
    }

    private View page(HttpStatus status, AccessForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/access", new AccessPage(form, refusal));
    }
}
