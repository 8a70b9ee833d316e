package sportello.web.admin;

import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.configuration.FirstStep;
import sportello.configuration.FirstSteps;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

/** Leads through the first steps of a new desk; when none is left, to the overview. */
@Controller
@RequestMapping(Guide.START)
class StartController {
    private final FirstSteps steps;
    private final Guides guides;
    private final Views views;

    StartController(FirstSteps steps, Guides guides, Views views) {
        this.steps = steps;
        this.guides = guides;
        this.views = views;
    }

    /** @param after the step that was done or left for later, empty at the beginning */
    @GetMapping
    View lead(@RequestParam(defaultValue = "") String after) {
        return views.redirect(guides.after(after));
    }

    @PostMapping("/{step}/dismissal")
    View dismiss(@PathVariable String step, AgentViewer viewer) {
        var known = Arrays.stream(FirstStep.values())
                .filter(one -> one.key().equals(step))
                .findFirst()
                .orElseThrow(NotFound::new);
        return switch (steps.dismiss(known, viewer.authority())) {
            case Outcome.Done<FirstStep> done -> views.redirect("/admin");
            case Outcome.Refused<FirstStep>(var why) -> views.redirect("/admin", Notice.of(why));
        };
    }
}
