package sportello.worktime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When somebody works, and how time passes for them: on the clock of their zone, so that a day on which it is changed is as
 * long as it is. Where work would have to be sought further than {@link #HORIZON} there is none.
 */
public record WorkingHours(ZoneId zone, Week week, DaysOff daysOff) {
    /** Every hour of every day. */
    public static final WorkingHours ALWAYS = new WorkingHours(ZoneOffset.UTC, Week.WHOLE, DaysOff.NONE);

    /** In days: hours that never come must end somewhere. */
    static final int HORIZON = 20 * 366;

    /** A piece of work without a break. */
    private record Stretch(Instant opens, Instant closes) {

        /** What of it lies between them; nothing, or less, if nothing does. */
        Duration within(Instant from, Instant to) {
            return Duration.between(opens.isBefore(from) ? from : opens, closes.isAfter(to) ? to : closes);
        }
    }

    /** How much work lies between the two; none if the second is not the later one. */
    public Duration worked(Instant from, Instant to) {
        return forwards(from)
                .takeWhile(stretch -> stretch.opens().isBefore(to))
                .map(stretch -> stretch.within(from, to))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The first moment by which so much was worked since the start; nothing if it never is. */
    public Optional<Instant> after(Instant start, Duration work) {
        if (!work.isPositive()) return Optional.of(start);
        var left = work;
        for (var stretches = forwards(start).iterator(); stretches.hasNext(); ) {
            var stretch = stretches.next();
            var length = stretch.within(start, stretch.closes());
            if (length.compareTo(left) >= 0) return Optional.of(stretch.closes().minus(length.minus(left)));
            if (length.isPositive()) left = left.minus(length);
        }
        return Optional.empty();
    }

    /** Until when work rests at the moment; nothing where it does not, and where it never begins again. */
    public Optional<Instant> restAt(Instant moment) {
        return forwards(moment)
                .filter(stretch -> stretch.closes().isAfter(moment))
                .map(Stretch::opens)
                .findFirst()
                .filter(moment::isBefore);
    }

    /** The last moment since which so much was worked until the end; nothing if it never was. */
    public Optional<Instant> before(Instant end, Duration work) {
        if (!work.isPositive()) return Optional.of(end);
        var left = work;
        for (var stretches = backwards(end).iterator(); stretches.hasNext(); ) {
            var stretch = stretches.next();
            var length = stretch.within(stretch.opens(), end);
            if (length.compareTo(left) >= 0) return Optional.of(stretch.opens().plus(length.minus(left)));
            if (length.isPositive()) left = left.minus(length);
        }
        return Optional.empty();
    }

    /** How work adds up between the two, from the day before the first on; not further than the horizon. */
    public Course course(Instant from, Instant to) {
        var edges = new ArrayList<Double>();
        var sums = new ArrayList<Double>();
        var sum = 0.0;
        for (var stretch : forwards(from)
                .takeWhile(stretch -> stretch.opens().isBefore(to))
                .toList()) {
            edges.add((double) stretch.opens().getEpochSecond());
            sums.add(sum);
            sum += Duration.between(stretch.opens(), stretch.closes()).toSeconds();
            edges.add((double) stretch.closes().getEpochSecond());
            sums.add(sum);
        }
        return new Course(edges, sums);
    }

    private Stream<Stretch> forwards(Instant from) {
        return Stream.iterate(day(from).minusDays(1), day -> day.plusDays(1))
                .limit(HORIZON)
                .flatMap(day -> on(day).stream());
    }

    private Stream<Stretch> backwards(Instant from) {
        return Stream.iterate(day(from).plusDays(1), day -> day.minusDays(1))
                .limit(HORIZON)
                .flatMap(day -> on(day).reversed().stream());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private List<Stretch> on(LocalDate day) {
        var spans = week.on(day.getDayOfWeek());
        if (spans.isEmpty() || daysOff.covers(day)) return List.of();
        return spans.stream()
                .map(span -> new Stretch(moment(day, span.opens()), moment(day, span.closes())))
                .toList();
    }

    /**
     * What the clock never shows is the moment at which it is put forward, and what it shows twice is the first of the two:
     * so no moment is worked twice.
     */
    private Instant moment(LocalDate day, int minute) {
        var local = minute == Span.DAY
                ? day.plusDays(1).atStartOfDay()
                : LocalDateTime.of(day, LocalTime.ofSecondOfDay(minute * 60L));
        var rules = zone.getRules();
        var change = rules.getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
