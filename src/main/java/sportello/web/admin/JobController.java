package sportello.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.automation.KeepingJobs;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/jobs")
class JobController {
    private final KeepingJobs keeping;
    private final Views views;

    JobController(KeepingJobs keeping, Views views) {
        this.keeping = keeping;
        this.views = views;
    }

    @GetMapping
    View index() {
        return index(HttpStatus.OK, null);
    }

    @PostMapping("/retrial")
    View hasten(@RequestParam String name, @RequestParam String instance, AgentViewer viewer) {
        return switch (keeping.hasten(name, instance, viewer.authority())) {
            case Outcome.Done<String> done -> views.redirect(Area.JOBS.address(), Notice.of("notice.jobs.hastened"));
            case Outcome.Refused<String>(var why) -> index(HttpStatus.UNPROCESSABLE_CONTENT, why);
        };
    }

    private View index(HttpStatus status, @Nullable Refusal refusal) {
        return views.show(status, "admin/jobs", new JobsPage(keeping.kinds(), keeping.failing(), refusal));
    }
}
