package sportello.web.agent.report;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.stats.Aspect;
import sportello.stats.Figures;
import sportello.stats.Period;
import sportello.stats.ReportPaper;
import sportello.web.InlinePdf;
import sportello.web.NotFound;
import sportello.web.TableFile;
import sportello.web.Views;
import sportello.web.Words;

/** How much came in, what became of it and how long it took (S38, S73): as a page, a file and a document. */
@Controller
class ReportController {
    /** What is told in a file instead of an aspect. */
    static final String FAILURES = "failures";

    private static final String PAGE = "agent/report/report";

    private final Figures figures;
    private final ReportPaper paper;
    private final MessageSource messages;
    private final Views views;
    private final Clock clock;

    ReportController(Figures figures, ReportPaper paper, MessageSource messages, Views views, Clock clock) {
        this.figures = figures;
        this.paper = paper;
        this.messages = messages;
        this.views = views;
        this.clock = clock;
    }

    /** The usual days if none are named. */
    @GetMapping("/reports")
    View show(
            @RequestParam(defaultValue = "queue") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            AgentViewer viewer) {
        var aspect = aspect(by);
        return within(
                aspect,
                from,
                to,
                viewer,
                period -> views.show(PAGE, ReportPage.of(Report.of(aspect, period, figures, viewer), today(viewer))));
    }

    @GetMapping("/reports/export")
    View export(
            @RequestParam(defaultValue = "queue") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "csv") String format,
            AgentViewer viewer) {
        if (!TableFile.FORMATS.contains(format)) throw new NotFound();
        var file = new ReportFile(words(viewer), format);
        if (by.equals(FAILURES))
            return within(Aspect.QUEUE, from, to, viewer, period -> file.failures(figures.failures(period, viewer)));
        var aspect = aspect(by);
        return within(aspect, from, to, viewer, period -> file.tallies(aspect, figures.by(aspect, period, viewer)));
    }

    @GetMapping("/reports/print")
    View print(
            @RequestParam(defaultValue = "queue") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            AgentViewer viewer) {
        var aspect = aspect(by);
        return within(aspect, from, to, viewer, period -> {
            var sheet = paper.draw(aspect, period, viewer);
            var bytes = sheet.pdf();
            return new InlinePdf(sheet.file(), bytes.length, () -> new ByteArrayInputStream(bytes));
        });
    }

    /** What is asked for of the days that were typed; days that are none come back with their reason. */
    private View within(Aspect aspect, String from, String to, AgentViewer viewer, Function<Period, View> told) {
        return switch (Period.typed(from, to, today(viewer))) {
            case Outcome.Done<Period>(var period) -> told.apply(period);
            case Outcome.Refused<Period>(var why) ->
                views.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        PAGE,
                        ReportPage.refused(aspect, from, to, today(viewer), why));
        };
    }

    private static Aspect aspect(String key) {
        return Aspect.of(key).orElseThrow(NotFound::new);
    }

    private Words words(AgentViewer viewer) {
        return new Words(messages, viewer.language(), viewer.zone(), clock.instant());
    }

    private LocalDate today(AgentViewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
