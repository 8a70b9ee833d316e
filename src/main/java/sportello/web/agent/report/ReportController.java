package sportello.web.agent.report;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.stats.Figures;
import sportello.stats.Period;
import sportello.web.Views;

/** How much came in and what became of it (S38). */
@Controller
class ReportController {
    private static final String PAGE = "agent/report/report";

    private final Figures figures;
    private final Views views;
    private final Clock clock;

    ReportController(Figures figures, Views views, Clock clock) {
        this.figures = figures;
        this.views = views;
        this.clock = clock;
    }

    /** The usual days if none are named. */
    @GetMapping("/reports")
    View show(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            AgentViewer viewer) {
        var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        return switch (Period.typed(from, to, today)) {
            case Outcome.Done<Period>(var period) ->
                views.show(PAGE, ReportPage.of(period, figures.byQueue(period, viewer)));
            case Outcome.Refused<Period>(var why) ->
                views.show(HttpStatus.UNPROCESSABLE_CONTENT, PAGE, ReportPage.refused(from, to, why));
        };
    }
}
