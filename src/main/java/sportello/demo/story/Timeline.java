package sportello.demo.story;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** When the things of one ticket happen: working minutes apart, the last of them so long before now as its ending asks. */
final class Timeline {
    /** The demo's past goes back this far, in working days; eight weeks and a bit. */
    private static final int REACH = 41;

    /** Two things never happen at once. */
    private static final int SOON = 3;

    /** Nothing happened in the very last minutes. */
    private static final long EARLIEST = 7;

    /** How long things usually take, in working minutes. */
    private static final Map<String, Range> USUAL = Map.ofEntries(
            Map.entry("sort", new Range(4, 70)),
            Map.entry("hand", new Range(4, 40)),
            Map.entry("lock", new Range(6, 110)),
            Map.entry("call", new Range(8, 50)),
            Map.entry("note", new Range(12, 160)),
            Map.entry("answer", new Range(15, 230)),
            Map.entry("reply", new Range(50, 800)),
            Map.entry("wait", new Range(20, 120)),
            Map.entry("release", new Range(5, 90)),
            Map.entry("settle", new Range(200, 900)),
            Map.entry("lapse", new Range(1400, 2300)),
            Map.entry("close", new Range(120, 1500)),
            Map.entry("fail", new Range(120, 1100)),
            Map.entry("again", new Range(300, 1300)),
            Map.entry("remove", new Range(3, 9)));

    private final WorkingTime hours;
    private final Instant now;
    private final RandomGenerator random;
    private final Deque<Gap> gaps;
    private long left;

    private Timeline(WorkingTime hours, Instant now, RandomGenerator random, Deque<Gap> gaps, long opening) {
        this.hours = hours;
        this.now = now;
        this.random = random;
        this.gaps = gaps;
        this.left = opening;
    }

    /**
     * @param kinds what will happen at most, in this order
     * @param pace how much faster it goes than usual
     * @param lastDaysAgo when the last of it happens, in working days
     */
    static Timeline of(
            WorkingTime hours,
            Instant now,
            RandomGenerator random,
            List<String> kinds,
            double pace,
            double lastDaysAgo) {
        var gaps = new ArrayDeque<Gap>();
        for (var kind : kinds) gaps.add(new Gap(kind, usual(kind).draw(random, pace)));
        var length = gaps.stream().mapToInt(Gap::minutes).sum();
        var last = Math.max(EARLIEST, Math.round(lastDaysAgo * WorkingTime.DAY));
        return new Timeline(hours, now, random, gaps, Math.min(last + length, (long) REACH * WorkingTime.DAY));
    }

    /** Somebody else writes about the same matter a little later, and is answered soon. */
    Timeline alongside() {
        var later = Math.max(EARLIEST, left - random.nextInt(15, 80));
        return new Timeline(hours, now, random, new ArrayDeque<>(List.of(new Gap("merge", SOON))), later);
    }

    /** The moment it is now. */
    Instant moment() {
        return hours.before(now, left).plusSeconds(random.nextInt(50));
    }

    /** The moment of the next thing of that kind; what was foreseen before it does not happen. */
    Instant next(String kind) {
        var gap = gaps.removeFirst();
        while (!gap.kind().equals(kind)) gap = gaps.removeFirst();
        left -= gap.minutes();
        return moment();
    }

    private record Gap(String kind, int minutes) {}

    private static Range usual(String kind) {
        var range = USUAL.get(kind);
        if (range == null) throw new IllegalArgumentException("no usual time for " + kind);
        return range;
    }

    private record Range(int shortest, int longest) {
        int draw(RandomGenerator random, double pace) {
            return Math.max(SOON, (int) (random.nextInt(shortest, longest + 1) / pace));
        }
    }
}
