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
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.privacy.KeepingRetention;
import sportello.privacy.Retention;
import sportello.privacy.RetentionRule;
import sportello.queue.KeepingQueues;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** How long the words of closed tickets are kept. */
@Controller
@RequestMapping("/admin/retention")
class RetentionController {
    private final KeepingRetention keeping;
    private final Retention retention;
    private final KeepingQueues queues;
    private final Views views;

    RetentionController(KeepingRetention keeping, Retention retention, KeepingQueues queues, Views views) {
        this.keeping = keeping;
        this.retention = retention;
        this.queues = queues;
        this.views = views;
    }

    @GetMapping
    View index() {
        return views.show(
                "admin/retention",
                new RetentionPage(
                        keeping.all(), retention.tonight(), retention.first(RetentionPage.MOST), retention.nights()));
    }

    @GetMapping("/new")
    View fresh() {
        return form(HttpStatus.OK, null, RetentionForm.BLANK, null);
    }

    @PostMapping
    View create(@RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var form = RetentionForm.read(new Sent(sent));
        return switch (keeping.add(form.queue(), form.period(), form.valid(), viewer.authority())) {
            case Outcome.Done<Long> done -> toList("notice.retention.added");
            case Outcome.Refused<Long>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, null, form, why);
        };
    }

    @GetMapping("/{id}/edit")
    View edit(@PathVariable long id) {
        var rule = rule(id);
        return form(HttpStatus.OK, rule, RetentionForm.of(rule), null);
    }

    @PostMapping("/{id}")
    View update(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, AgentViewer viewer) {
        var rule = rule(id);
        var form = RetentionForm.read(new Sent(sent));
        return switch (keeping.correct(id, form.seen(), form.period(), form.valid(), viewer.authority())) {
            case Outcome.Done<Long> done -> toList("notice.retention.corrected");
            case Outcome.Refused<Long>(var why) -> form(HttpStatus.UNPROCESSABLE_CONTENT, rule, form, why);
        };
    }

    private View toList(String notice) {
        return views.redirect(Area.RETENTION.address(), Notice.of(notice));
    }

    private View form(HttpStatus status, @Nullable RetentionRule rule, RetentionForm form, @Nullable Refusal refusal) {
        return views.show(status, "admin/retention_form", new RetentionFormPage(rule, form, queues.all(), refusal));
    }

    private RetentionRule rule(long id) {
        return keeping.find(id).orElseThrow(NotFound::new);
    }
}
