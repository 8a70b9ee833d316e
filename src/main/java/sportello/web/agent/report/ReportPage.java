package sportello.web.agent.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.QueueId;
import sportello.stats.Aspect;
import sportello.stats.Failure;
import sportello.stats.Period;
import sportello.stats.Tally;
import sportello.ticket.Stage;
import sportello.web.agent.Addresses;
import sportello.web.agent.Tab;

/**
 * The numbers of a span of days.
 *
 * @param from the first day as it was typed, {@code to} the last
 * @param report null if the span is none
 * @param refusal why there are no numbers
 */
public record ReportPage(
        Aspect by,
        String from,
        String to,
        List<Preset> presets,
        @Nullable Report report,
        @Nullable Refusal refusal) {
    /** What is shown; all of it is in the file. */
    private static final int MOST = 100;

    /** A usual span; the key of its name, and where it is shown. */
    public record Preset(String key, String address, boolean active) {}

    public ReportPage {
        presets = List.copyOf(presets);
    }

    static ReportPage of(Report report, LocalDate today) {
        var period = report.period();
        return new ReportPage(
                report.by(),
                period.first().toString(),
                period.last().toString(),
                presets(report.by(), period, today),
                report,
                null);
    }

    static ReportPage refused(Aspect by, String from, String to, LocalDate today, Refusal why) {
        return new ReportPage(by, from, to, presets(by, null, today), null, why);
    }

    private static List<Preset> presets(Aspect by, @Nullable Period shown, LocalDate today) {
        return List.of(
                preset("month", by, Period.monthUntil(today), shown),
                preset("last_month", by, Period.monthBefore(today), shown),
                preset("quarter", by, Period.quarterUntil(today), shown),
                preset("last_quarter", by, Period.quarterBefore(today), shown),
                preset("year", by, Period.yearUntil(today), shown),
                preset("last_year", by, Period.yearBefore(today), shown));
    }

    private static Preset preset(String key, Aspect by, Period period, @Nullable Period shown) {
        return new Preset("reports.span." + key, new ReportAddresses(by, period).page(), period.equals(shown));
    }

    /** The same days otherwise told apart. */
    public List<Tab> aspects(Report shown) {
        return Arrays.stream(Aspect.values())
                .map(aspect -> new Tab(
                        "reports.by." + aspect.key(),
                        new ReportAddresses(aspect, shown.period()).page(),
                        -1,
                        aspect == by))
                .toList();
    }

    public String file(Report shown, String format) {
        return new ReportAddresses(by, shown.period()).file(format);
    }

    public String failureFile(Report shown, String format) {
        return new ReportAddresses(by, shown.period()).failures(format);
    }

    public String document(Report shown) {
        return new ReportAddresses(by, shown.period()).document();
    }

    public List<Tally> lines(Report shown) {
        var lines = shown.tallies().lines();
        return by == Aspect.QUEUE ? lines : lines.stream().limit(MOST).toList();
    }

    /** How many are in the file only. */
    public int more(Report shown) {
        return shown.tallies().lines().size() - lines(shown).size();
    }

    public List<Failure> failures(Report shown) {
        return shown.failures().stream().limit(MOST).toList();
    }

    public ReportChart chart(Report shown) {
        return ReportChart.of(shown.movements());
    }

    /** The list of those that are not over; there is none of several queues together. */
    public @Nullable String active(Report shown, Tally line) {
        var below = line.name() + "::";
        var alone = by == Aspect.QUEUE
                && shown.tallies().lines().stream()
                        .noneMatch(other -> other.name().startsWith(below));
        return alone ? Addresses.list(new QueueId(line.key()), Stage.ACTIVE) : null;
    }
}
