package sportello.web.agent.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import sportello.stats.Aspect;
import sportello.stats.Spread;
import sportello.stats.Tally;
import sportello.web.Words;

/** What a report says besides its sentences: names of its lines, times, differences. */
public record ReportWords(Words words) {
    private static final String NOTHING = "–";

    public String name(Tally line, Aspect by) {
        if (line.key() == Tally.NONE) return words.t("reports.none." + by.key());
        return line.key() == Tally.ALL ? words.t("reports.all." + by.key()) : line.name();
    }

    /** The share of a queue's name that its place in the tree does not say. */
    public String shortName(Tally line, Aspect by) {
        return by == Aspect.QUEUE && line.key() > 0 ? line.shortName() : name(line, by);
    }

    /** Work in hours and minutes; a day of work has no fixed length. */
    public String work(@Nullable Spread spread, boolean ninth) {
        return spread == null ? NOTHING : work(ninth ? spread.ninth() : spread.median());
    }

    private String work(Duration time) {
        return time.toHours() == 0
                ? words.t("reports.minutes", time.toMinutes())
                : words.t("reports.hours", words.number(time.toHours()), time.toMinutesPart());
    }

    /** Time on the calendar. */
    public String time(@Nullable Spread spread, boolean ninth) {
        if (spread == null) return NOTHING;
        var time = ninth ? spread.ninth() : spread.median();
        return time.toDays() == 0
                ? work(time)
                : words.t("reports.days", words.number(time.toDays()), time.toHoursPart());
    }

    /** In hours and minutes, as spreadsheets count them; empty where nothing was timed. */
    static String clock(@Nullable Spread spread, boolean ninth) {
        if (spread == null) return "";
        var time = ninth ? spread.ninth() : spread.median();
        return "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }

    /** How much more or less than before. */
    public String against(int now, int before) {
        if (now == before) return words.t("reports.same");
        var sign = now > before ? "+" : "−";
        return words.t("reports.before", words.number(before), sign + words.number(Math.abs(now - before)));
    }
}
