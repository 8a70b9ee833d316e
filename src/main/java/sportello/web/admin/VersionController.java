package sportello.web.admin;

import java.util.List;
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
import sportello.configuration.Comparison;
import sportello.configuration.GoingBack;
import sportello.configuration.Plan;
import sportello.configuration.Version;
import sportello.configuration.Versions;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Letterhead;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** The configuration as it was: to be read, compared with what it is, and brought back. */
@Controller
@RequestMapping("/admin/configuration/versions/{id}")
class VersionController {
    private final Versions versions;
    private final GoingBack goingBack;
    private final Letterhead letterhead;
    private final Views views;

    VersionController(Versions versions, GoingBack goingBack, Letterhead letterhead, Views views) {
        this.versions = versions;
        this.goingBack = goingBack;
        this.letterhead = letterhead;
        this.views = views;
    }

    @GetMapping
    View show(@PathVariable long id, AgentViewer viewer) {
        return page(HttpStatus.OK, version(id), null, null, viewer);
    }

    @GetMapping("/export")
    View export(@PathVariable long id, AgentViewer viewer) {
        var version = version(id);
        return switch (versions.document(id, viewer.authority())) {
            case Outcome.Done<String>(var text) ->
                ConfigurationController.download(text, VersionPage.fileName(version));
            case Outcome.Refused<String>(var why) -> views.redirect(Area.CONFIGURATION.address(), Notice.of(why));
        };
    }

    /** Nothing changes here, so the answer is a page. */
    @PostMapping("/comparison")
    View compare(@PathVariable long id, AgentViewer viewer) {
        return compared(version(id), null, viewer);
    }

    @PostMapping("/return")
    View goBack(@PathVariable long id, @RequestParam(defaultValue = "") String seen, AgentViewer viewer) {
        var version = version(id);
        return switch (goingBack.goBack(version, seen, viewer.authority())) {
            case Outcome.Done<Plan>(var plan) -> plan.isSound() ? done(plan) : compared(version, null, viewer);
            case Outcome.Refused<Plan>(var why) -> compared(version, why, viewer);
        };
    }

    private View done(Plan plan) {
        letterhead.renew();
        return views.redirect(
                Area.CONFIGURATION.address(),
                Notice.of("notice.configuration.returned", "" + plan.added(), "" + plan.changed()));
    }

    private View compared(Version version, @Nullable Refusal refusal, AgentViewer viewer) {
        return switch (goingBack.compare(version, viewer.authority())) {
            case Outcome.Done<Comparison>(var comparison) -> {
                var status = refusal == null
                        ? ConfigurationController.status(comparison.plan())
                        : HttpStatus.UNPROCESSABLE_CONTENT;
                yield page(status, version, comparison, refusal, viewer);
            }
            case Outcome.Refused<Comparison>(var why) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, version, null, why, viewer);
        };
    }

    private View page(
            HttpStatus status,
            Version version,
            @Nullable Comparison comparison,
            @Nullable Refusal refusal,
            AgentViewer viewer) {
        var table = comparison == null ? null : new PlanTable(comparison.plan());
        var since = comparison == null ? List.<sportello.configuration.Thing>of() : comparison.since();
        return views.show(
                status, "admin/version", new VersionPage(version, text(version, viewer), table, since, refusal));
    }

    private Version version(long id) {
        return versions.find(id).orElseThrow(NotFound::new);
    }

    private String text(Version version, AgentViewer viewer) {
        if (versions.text(version.id(), viewer.authority()) instanceof Outcome.Done<String>(var text)) return text;
        throw new NotFound();
    }
}
