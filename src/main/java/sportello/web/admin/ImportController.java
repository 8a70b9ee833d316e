package sportello.web.admin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.customer.Enrolling;
import sportello.customer.ImportPlan;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Welcoming;
import sportello.web.Notice;
import sportello.web.Views;

/** Customers and their people from a file: first what it would do is shown, then it is done. */
@Controller
@RequestMapping("/admin/imports")
class ImportController {
    private final Enrolling enrolling;
    private final Welcoming welcoming;
    private final Views views;

    ImportController(Enrolling enrolling, Welcoming welcoming, Views views) {
        this.enrolling = enrolling;
        this.welcoming = welcoming;
        this.views = views;
    }

    @GetMapping
    View fresh() {
        return page(HttpStatus.OK, ImportForm.BLANK, null, null);
    }

    /** Nothing changes here, so the answer is a page. */
    @PostMapping("/preview")
    View preview(ImportForm form, AgentViewer viewer) throws IOException {
        if (form.isLarge()) return refused(form, new Refusal("imports.large", ImportForm.LARGEST >> 20));
        var read = form.read();
        return switch (enrolling.plan(read.kind(), read.text(), viewer.authority())) {
            case Outcome.Done<ImportPlan>(var plan) -> page(HttpStatus.OK, read, plan, null);
            case Outcome.Refused<ImportPlan>(var why) -> refused(read, why);
        };
    }

    @PostMapping
    View create(ImportForm form, AgentViewer viewer) {
        var outcome = welcoming.carryOut(form.kind(), form.text(), form.seen(), form.isInvited(), viewer.authority());
        return switch (outcome) {
            case Outcome.Done<ImportPlan>(var plan) ->
                views.redirect(
                        Area.IMPORTS.address(),
                        Notice.of("notice.imports.done", "" + plan.fresh(), "" + plan.changed()));
            case Outcome.Refused<ImportPlan>(var why) -> refused(form, why);
        };
    }

    private View refused(ImportForm form, Refusal why) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, form, null, why);
    }

    private View page(HttpStatus status, ImportForm form, @Nullable ImportPlan plan, @Nullable Refusal refusal) {
        return views.show(status, "admin/imports", new ImportPage(form, plan, refusal));
    }
}
