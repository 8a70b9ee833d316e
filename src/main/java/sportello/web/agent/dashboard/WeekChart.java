package sportello.web.agent.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import sportello.ticket.DayCount;

/** The last seven days as bars, in the units of a drawing of 420 by 120. */
public record WeekChart(List<Day> days, int created, int closed) {
    private static final int FLOOR = 100;
    private static final int TALLEST = 88;
    private static final int STEP = 60;

    public WeekChart {
        days = List.copyOf(days);
    }

    /** Two bars side by side; {@code left} is where the first begins. */
    public record Day(LocalDate date, int left, Bar created, Bar closed) {}

    public record Bar(int count, int top, int height) {}

    static WeekChart of(List<DayCount> counts) {
        var most = Math.max(
                1,
                counts.stream()
                        .mapToInt(count -> Math.max(count.created(), count.closed()))
                        .max()
                        .orElse(1));
        var days = IntStream.range(0, counts.size())
                .mapToObj(i -> day(counts.get(i), i, most))
                .toList();
        return new WeekChart(
                days,
                counts.stream().mapToInt(DayCount::created).sum(),
                counts.stream().mapToInt(DayCount::closed).sum());
    }

    private static Day day(DayCount count, int place, int most) {
        return new Day(count.day(), place * STEP + 10, bar(count.created(), most), bar(count.closed(), most));
    }

    private static Bar bar(int count, int most) {
        var height = Math.ceilDiv(count * TALLEST, most);
        return new Bar(count, FLOOR - height, height);
    }
}
