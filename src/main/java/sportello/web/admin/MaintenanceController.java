package sportello.web.admin;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.KeepingMaintenance;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
@RequestMapping("/admin/maintenance")
class MaintenanceController {
    private final KeepingMaintenance keeping;
    private final Views views;
    private final Clock clock;

    MaintenanceController(KeepingMaintenance keeping, Views views, Clock clock) {
        this.keeping = keeping;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    View edit(AgentViewer viewer) {
        var form = keeping.announced()
                .map(announced -> MaintenanceForm.of(announced, viewer.zone()))
                .orElseGet(() -> MaintenanceForm.blank(clock.instant(), viewer.zone()));
        return page(HttpStatus.OK, form, null);
    }

    @PostMapping
    View announce(MaintenanceForm form, AgentViewer viewer) {
        return switch (form.announcement(viewer.zone())
                .then(announcement -> keeping.announce(announcement, viewer.authority()))) {
            case Outcome.Done<String> done -> toPage(Notice.of("notice.maintenance.announced"));
            case Outcome.Refused<String>(var why) -> page(HttpStatus.UNPROCESSABLE_CONTENT, form, why);
        };
    }

    @PostMapping("/end")
    View end(AgentViewer viewer) {
        return switch (keeping.end(viewer.authority())) {
            case Outcome.Done<Boolean> done -> toPage(Notice.of("notice.maintenance.ended"));
            case Outcome.Refused<Boolean>(var why) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, MaintenanceForm.blank(clock.instant(), viewer.zone()), why);
        };
    }

    private View toPage(Notice notice) {
        return views.redirect(Area.MAINTENANCE.address(), notice);
    }

    private View page(HttpStatus status, MaintenanceForm form, @Nullable Refusal refusal) {
        return views.show(
                status,
                "admin/maintenance",
                new MaintenancePage(form, keeping.announced().isPresent(), refusal));
    }
}
