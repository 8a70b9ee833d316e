package sportello.web.agent.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import sportello.print.Listing;
import sportello.stats.Cause;
import sportello.stats.Failure;
import sportello.stats.Figures;
import sportello.stats.Tally;
import sportello.web.Words;

/** A report on paper. */
record ReportDocument(Report report, Words words, ReportWords told) {

    static ReportDocument of(Report report, Words words) {
        return new ReportDocument(report, words, new ReportWords(words));
    }

    String title() {
        return words.t("reports.title." + report.by().key());
    }

    String days() {
        var period = report.period();
        return words.t("reports.from_to", words.day(period.first()), words.day(period.last()));
    }

    Listing listing() {
        return new Listing(
                title(),
                List.of(
                        new Listing.Fact(words.t("reports.span"), days()),
                        new Listing.Fact(words.t("reports.compared"), String.join("; ", compared()))),
                Stream.of(volumes(), times(), causes(), failures())
                        .filter(table -> !table.lines().isEmpty())
                        .toList(),
                notes());
    }

    private List<String> notes() {
        var cut = report.failures().size() == Figures.MOST_FAILURES
                ? Stream.of(words.t("export.cut", Figures.MOST_FAILURES))
                : Stream.<String>empty();
        return Stream.concat(cut, Stream.of(words.t("reports.how"), words.t("reports.how_times")))
                .toList();
    }

    /** What there was in all, and how much more or less than before. */
    List<String> compared() {
        var now = report.tallies().all().volume();
        var before = report.before();
        return List.of(
                words.t("reports.created") + " " + told.against(now.created(), before.created()),
                words.t("reports.solved") + " " + told.against(now.solved(), before.solved()),
                words.t("reports.failed") + " " + told.against(now.failed(), before.failed()),
                words.t("reports.reopened") + " " + told.against(now.reopened(), before.reopened()));
    }

    private List<Tally> lines() {
        var lines = new ArrayList<>(report.tallies().lines());
        lines.add(report.tallies().all());
        return lines;
    }

    private Listing.Table volumes() {
        return new Listing.Table(
                words.t("reports.volumes"),
                1,
                heads(
                        "reports.by." + report.by().key(),
                        "reports.created",
                        "reports.solved",
                        "reports.failed",
                        "reports.duties",
                        "reports.reopened",
                        "reports.active"),
                lines().stream()
                        .map(line -> {
                            var volume = line.volume();
                            return List.of(
                                    told.name(line, report.by()),
                                    words.number(volume.created()),
                                    words.number(volume.solved()),
                                    words.number(volume.failed()),
                                    words.number(volume.duties()),
                                    words.number(volume.reopened()),
                                    words.number(volume.active()));
                        })
                        .toList());
    }

    private Listing.Table times() {
        return new Listing.Table(
                "%s (%s / %s)".formatted(words.t("reports.times"), words.t("reports.median"), words.t("reports.ninth")),
                1,
                heads(
                        "reports.by." + report.by().key(),
                        "reports.answered",
                        "reports.answered_in",
                        "reports.closed",
                        "reports.unwaited",
                        "reports.closed_in"),
                lines().stream()
                        .map(line -> List.of(
                                told.name(line, report.by()),
                                both(told.work(line.answered(), false), told.work(line.answered(), true)),
                                both(told.time(line.answeredIn(), false), told.time(line.answeredIn(), true)),
                                both(told.work(line.closed(), false), told.work(line.closed(), true)),
                                both(told.work(line.unwaited(), false), told.work(line.unwaited(), true)),
                                both(told.time(line.closedIn(), false), told.time(line.closedIn(), true))))
                        .toList());
    }

    private static String both(String median, String ninth) {
        return median + "\n" + ninth;
    }

    private Listing.Table causes() {
        return new Listing.Table(
                words.t("reports.causes"),
                1,
                heads("reports.cause", "reports.count"),
                report.causes().stream()
                        .map(cause -> List.of(name(cause), words.number(cause.count())))
                        .toList());
    }

    private String name(Cause cause) {
        return Objects.requireNonNullElse(cause.name(), words.t("reports.unknown"));
    }

    private Listing.Table failures() {
        return new Listing.Table(
                words.t("reports.failures"),
                5,
                heads("column.ticket", "column.title", "fact.responsible", "reports.cause", "reports.action"),
                report.failures().stream().map(this::line).toList());
    }

    private List<String> line(Failure failure) {
        return List.of(
                failure.number().value(),
                failure.title(),
                Objects.requireNonNullElse(failure.responsible(), words.t("fact.nobody")),
                Objects.requireNonNullElse(failure.cause(), words.t("reports.unknown")),
                failure.action());
    }

    private List<String> heads(String... keys) {
        return Arrays.stream(keys).map(words::t).toList();
    }
}
