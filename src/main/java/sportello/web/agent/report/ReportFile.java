package sportello.web.agent.report;

import static sportello.web.agent.report.ReportWords.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.stats.Aspect;
import sportello.stats.Failure;
import sportello.stats.Figures;
import sportello.stats.Spread;
import sportello.stats.Tallies;
import sportello.stats.Tally;
import sportello.web.TableFile;
import sportello.web.Words;

/** A report as a file for spreadsheets. */
record ReportFile(Words words, String format) {

    TableFile tallies(Aspect by, Tallies tallies) {
        var lines = new ArrayList<>(tallies.lines());
        lines.add(tallies.all());
        var heads = new ArrayList<String>();
        heads.add(words.t("reports.by." + by.key()));
        for (var key : List.of("created", "solved", "failed", "duties", "reopened", "active"))
            heads.add(words.t("reports." + key));
        for (var key : List.of("answered", "answered_in", "closed", "closed_in", "unwaited")) {
            heads.add(words.t("reports.file.median", words.t("reports." + key)));
            heads.add(words.t("reports.file.ninth", words.t("reports." + key)));
        }
        var names = new ReportWords(words);
        return file(heads, lines.stream().map(line -> line(names.name(line, by), line)), null);
    }

    private static List<Object> line(String name, Tally line) {
        var cells = new ArrayList<Object>();
        cells.add(name);
        var volume = line.volume();
        for (var count : List.of(
                volume.created(),
                volume.solved(),
                volume.failed(),
                volume.duties(),
                volume.reopened(),
                volume.active())) cells.add(count);
        Stream.<@Nullable Spread>of(line.answered(), line.answeredIn(), line.closed(), line.closedIn(), line.unwaited())
                .forEach(spread -> {
                    cells.add(clock(spread, false));
                    cells.add(clock(spread, true));
                });
        return cells;
    }

    TableFile failures(List<Failure> failures) {
        var heads = Stream.of(
                        "column.ticket",
                        "column.title",
                        "column.queue",
                        "fact.responsible",
                        "fact.closed",
                        "reports.cause",
                        "reports.action",
                        "reports.due")
                .map(words::t)
                .toList();
        var cut = failures.size() == Figures.MOST_FAILURES ? words.t("export.cut", Figures.MOST_FAILURES) : null;
        return file(heads, failures.stream().map(this::line), cut);
    }

    private List<Object> line(Failure failure) {
        var due = failure.dueOn();
        return List.of(
                failure.number().value(),
                failure.title(),
                failure.queue(),
                Objects.requireNonNullElse(failure.responsible(), ""),
                LocalDateTime.ofInstant(failure.closedAt(), words.zone()),
                Objects.requireNonNullElse(failure.cause(), words.t("reports.unknown")),
                failure.action(),
                due == null ? "" : words.day(due));
    }

    private TableFile file(List<String> heads, Stream<List<Object>> lines, @Nullable String foot) {
        return new TableFile(words.t("reports.file"), words.t("menu.reports"), format, words, heads, () -> lines, foot);
    }
}
