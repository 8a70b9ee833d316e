package sportello.web.admin;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.configuration.FirstSteps;
import sportello.identity.Viewer.AgentViewer;
import sportello.mailbox.Arrivals;
import sportello.web.Views;
import sportello.web.Words;

@Controller
class OverviewController {
    private final Arrivals arrivals;
    private final FirstSteps steps;
    private final MessageSource messages;
    private final Clock clock;
    private final Views views;

    OverviewController(Arrivals arrivals, FirstSteps steps, MessageSource messages, Clock clock, Views views) {
        this.arrivals = arrivals;
        this.steps = steps;
        this.messages = messages;
        this.clock = clock;
        this.views = views;
    }

    /** @param q words of what is looked for */
    @GetMapping("/admin")
    View show(@RequestParam(defaultValue = "") String q, AgentViewer viewer) {
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        return views.show("admin/overview", OverviewPage.of(q, words, arrivals.quarantined(), steps.open()));
    }
}
