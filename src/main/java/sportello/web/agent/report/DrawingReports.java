package sportello.web.agent.report;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.print.PrintingListings;
import sportello.settings.Settings;
import sportello.stats.Aspect;
import sportello.stats.Figures;
import sportello.stats.Period;
import sportello.stats.ReportPaper;
import sportello.web.Words;

/** Draws reports on the house's paper. */
@Component
class DrawingReports implements ReportPaper {
    private final Figures figures;
    private final PrintingListings printing;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    DrawingReports(Figures figures, PrintingListings printing, MessageSource messages, Settings settings, Clock clock) {
        this.figures = figures;
        this.printing = printing;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Sheet draw(Aspect by, Period period, AgentViewer viewer) {
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        var document = ReportDocument.of(Report.of(by, period, figures, viewer), words);
        var address = settings.baseUrl() + new ReportAddresses(by, period).page();
        var text = words.t(
                "mailed_reports.letter",
                document.title(),
                document.days(),
                String.join("\n", document.compared()),
                address);
        return new Sheet(
                document.title() + ", " + document.days(),
                text,
                "%s-%s-%s.pdf".formatted(words.t("reports.file"), period.first(), period.last()),
                printing.pdf(document.listing(), viewer));
    }
}
