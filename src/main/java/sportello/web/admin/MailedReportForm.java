package sportello.web.admin;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import sportello.base.Outcome;
import sportello.stats.Aspect;
import sportello.stats.KeptMailedReport;
import sportello.stats.MailedReport;
import sportello.stats.Rhythm;
import sportello.stats.Span;

/**
 * A mailed report as somebody typed it.
 *
 * @param seen the version of the report that is corrected, 0 for a new one
 * @param by the key of an aspect, {@code span} that of a span
 * @param on the day, as in {@code week.1} or {@code month.28}
 */
public record MailedReportForm(
        int seen,
        String name,
        String by,
        String span,
        String on,
        String hour,
        Set<Long> roles,
        Set<Long> agents,
        boolean valid) {
    static final MailedReportForm BLANK =
            new MailedReportForm(0, "", "queue", "month", "month.1", "7", Set.of(), Set.of(), true);

    static MailedReportForm of(KeptMailedReport kept) {
        var report = kept.report();
        return new MailedReportForm(
                kept.version(),
                report.name(),
                report.by().key(),
                report.span().key(),
                on(report.rhythm().every(), report.rhythm().day()),
                "" + report.rhythm().hour(),
                report.roles(),
                report.agents(),
                report.valid());
    }

    static MailedReportForm read(Sent sent) {
        return new MailedReportForm(
                sent.number("version"),
                sent.text("name"),
                sent.text("by"),
                sent.text("span"),
                sent.text("on"),
                sent.text("hour"),
                sent.ticks("role"),
                sent.ticks("agent"),
                sent.ticked("valid"));
    }

    static String on(Rhythm.Every every, int day) {
        return every.key() + "." + day;
    }

    /** Refused where something was sent that no page offers. */
    Outcome<MailedReport> report() {
        var aspect = Aspect.of(by);
        var days = Span.of(span);
        var rhythm = rhythm();
        if (aspect.isEmpty() || days.isEmpty() || rhythm.isEmpty()) return Outcome.refused("mailed_reports.rhythm");
        return Outcome.done(new MailedReport(name, aspect.get(), days.get(), rhythm.get(), roles, agents, valid));
    }

    private Optional<Rhythm> rhythm() {
        if (!hour.matches("[0-9]{1,2}") || !on.matches("[a-z]+\\.[0-9]{1,2}")) return Optional.empty();
        var parts = on.split("\\.", -1);
        return Arrays.stream(Rhythm.Every.values())
                .filter(every -> every.key().equals(parts[0]))
                .findFirst()
                .map(every -> new Rhythm(every, Integer.parseInt(parts[1]), Integer.parseInt(hour)));
    }
}
