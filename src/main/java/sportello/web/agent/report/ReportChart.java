package sportello.web.agent.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import sportello.stats.Movement;
import sportello.web.Words;

/**
 * What came in and was closed as pairs of bars, in the units of a drawing of 420 by 120.
 *
 * @param monthly whether a pair stands for a month
 */
public record ReportChart(List<Pair> pairs, boolean monthly) {
    private static final int WIDTH = 396;
    private static final int INSET = 12;
    private static final int FLOOR = 100;
    private static final int TALLEST = 88;
    private static final int LABELS = 8;
    private static final int MONTH = 27;
    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("LLL");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

    public ReportChart {
        pairs = List.copyOf(pairs);
    }

    /**
     * @param left where the first bar begins
     * @param wide how wide each of the two is
     * @param labelled whether there is room for its day
     */
    public record Pair(LocalDate first, int left, int wide, boolean labelled, Bar created, Bar closed) {}

    public record Bar(int count, int top, int height) {}

    /** Short, as there is little room. */
    public String label(Pair pair, Words words) {
        return monthly ? MONTH_NAME.withLocale(words.locale()).format(pair.first()) : DAY.format(pair.first());
    }

    static ReportChart of(List<Movement> movements) {
        var most = Math.max(
                1,
                movements.stream()
                        .mapToInt(one -> Math.max(one.created(), one.closed()))
                        .max()
                        .orElse(1));
        var step = WIDTH / Math.max(1, movements.size());
        var wide = Math.clamp(step * 2 / 5, 1, 18);
        var every = Math.ceilDiv(movements.size(), LABELS);
        var pairs = IntStream.range(0, movements.size())
                .mapToObj(place -> pair(
                        movements.get(place), INSET + place * step + step / 2 - wide, wide, place % every == 0, most))
                .toList();
        return new ReportChart(pairs, isMonthly(movements));
    }

    private static boolean isMonthly(List<Movement> movements) {
        return movements.size() > 2
                && movements
                        .get(1)
                        .first()
                        .plusDays(MONTH)
                        .isBefore(movements.get(2).first());
    }

    private static Pair pair(Movement one, int left, int wide, boolean labelled, int most) {
        return new Pair(one.first(), left, wide, labelled, bar(one.created(), most), bar(one.closed(), most));
    }

    private static Bar bar(int count, int most) {
        var height = Math.ceilDiv(count * TALLEST, most);
        return new Bar(count, FLOOR - height, height);
    }
}
