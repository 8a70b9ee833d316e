package sportello.worktime;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sportello.base.Outcome;

/** How time passes for those who work only at hours. */
class WorkingHoursTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Week OFFICE = week("8:00–12:30, 13:30–17:30", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final WorkingHours USUAL =
            new WorkingHours(ROME, OFFICE, new DaysOff(true, Set.of(MonthDay.of(12, 7)), Set.of()));

    @ParameterizedTest
    @CsvSource({
        "2026-12-04T17:20, 2026-12-09T08:05, 15", // Saint Ambrose on Monday, the Conception on Tuesday
        "2026-12-02T12:00, 2026-12-02T14:00, 60",
        "2026-12-02T12:40, 2026-12-02T13:20, 0",
        "2026-12-02T14:00, 2026-12-02T12:00, 0",
        "2026-12-02T00:00, 2026-12-03T00:00, 510",
        "2026-04-03T17:00, 2026-04-07T09:00, 90", // Easter
        "2026-12-24T17:29, 2026-12-28T08:01, 2"
    })
    void between_two_moments_only_work_counts(LocalDateTime from, LocalDateTime to, long minutes) {
        assertThat(USUAL.worked(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T17:30, 2026-11-30T08:00", // a Friday; the last minute of work has passed
        "2026-11-27T17:29:59,",
        "2026-12-04T18:00, 2026-12-09T08:00", // two days off after the weekend
        "2026-12-02T13:00, 2026-12-02T13:30",
        "2026-12-02T08:00,"
    })
    void rest_lasts_until_work_begins_again(LocalDateTime moment, @Nullable LocalDateTime until) {
        assertThat(USUAL.restAt(at(moment)))
                .isEqualTo(Optional.ofNullable(until).map(WorkingHoursTest::at));
        assertThat(new WorkingHours(ROME, new Week(Map.of()), DaysOff.NONE).restAt(at(moment)))
                .as("what never comes is not waited for")
                .isEmpty();
    }

    @Test
    void work_adds_up_stretch_by_stretch() {
        var course = USUAL.course(at(LocalDateTime.of(2026, 12, 5, 0, 0)), at(LocalDateTime.of(2026, 12, 9, 12, 0)));
        assertThat(course.sums()).containsExactly(0.0, 16_200.0, 16_200.0, 30_600.0, 30_600.0, 46_800.0);
        assertThat(course.edges()).isSorted().last().isEqualTo((double)
                at(LocalDateTime.of(2026, 12, 9, 12, 30)).getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T17:20, 60, 2026-11-30T08:50", // a Friday
        "2026-11-27T17:20, 10, 2026-11-27T17:30",
        "2026-11-28T10:00, 1, 2026-11-30T08:01",
        "2026-12-02T12:00, 30, 2026-12-02T12:30",
        "2026-12-02T12:00, 0, 2026-12-02T12:00"
    })
    void so_much_work_is_done_at_that_moment(LocalDateTime start, long minutes, LocalDateTime end) {
        assertThat(USUAL.after(at(start), Duration.ofMinutes(minutes))).contains(at(end));
    }

    /** In Rome the clock goes from 2 to 3 on 29 March 2026, and from 3 to 2 on 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 0-24, 1380",
        "2026-10-25, 0-24, 1500",
        "2026-03-29, 1-4, 120",
        "2026-10-25, 1-4, 240",
        "2026-03-29, 2:15-2:45, 0",
        "2026-03-29, 2:30-3:30, 30",
        "2026-10-25, '0:00-2:30, 2:30-4:00', 300",
        "2026-06-28, 1-4, 180"
    })
    void a_day_on_which_the_clock_is_changed_is_as_long_as_it_is(LocalDate day, String line, long minutes) {
        var nights = new WorkingHours(ROME, week(line, DayOfWeek.SUNDAY, DayOfWeek.SUNDAY), DaysOff.NONE);
        var start = day.atStartOfDay(ROME).toInstant();
        assertThat(nights.worked(start, day.plusDays(1).atStartOfDay(ROME).toInstant()))
                .isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void without_hours_all_time_counts() {
        var now = at(LocalDateTime.of(2026, 11, 29, 3, 4, 5, 678));
        assertThat(WorkingHours.ALWAYS.after(now, Duration.ofDays(40))).contains(now.plus(Duration.ofDays(40)));
        assertThat(WorkingHours.ALWAYS.before(now, Duration.ofDays(40))).contains(now.minus(Duration.ofDays(40)));
        assertThat(WorkingHours.ALWAYS.worked(now, now.plusNanos(7))).isEqualTo(Duration.ofNanos(7));
    }

    @ParameterizedTest
    @MethodSource
    void where_work_never_comes_it_is_not_sought_for_ever(WorkingHours never) {
        var now = at(LocalDateTime.of(2026, 11, 29, 12, 0));
        assertThat(never.after(now, Duration.ofNanos(1))).isEmpty();
        assertThat(never.before(now, Duration.ofNanos(1))).isEmpty();
        assertThat(never.worked(now, now.plus(Duration.ofDays(36_500)))).isZero();
        assertThat(USUAL.after(now, Duration.ofDays(36_500))).isEmpty();
        assertThat(USUAL.before(now, Duration.ofDays(36_500))).isEmpty();
    }

    private static Stream<WorkingHours> where_work_never_comes_it_is_not_sought_for_ever() {
        var everyDay = IntStream.rangeClosed(0, 365)
                .mapToObj(day -> MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(day)))
                .collect(toSet());
        return Stream.of(
                new WorkingHours(ROME, new Week(Map.of()), DaysOff.NONE),
                new WorkingHours(ROME, OFFICE, new DaysOff(false, everyDay, Set.of())));
    }

    /** Whatever the hours, the zone and the moments are. */
    @Test
    void counting_and_reckoning_are_each_others_inverse() {
        var random = new Random(183);
        for (var round = 0; round < 400; round++) {
            var hours = invented(random);
            var start = moment(random);
            var end = start.plusSeconds(random.nextInt(40 * 86_400)).plusNanos(random.nextInt(1_000));
            var between = moment(start, end, random);
            var work = hours.worked(start, end);

            assertThat(work).isBetween(Duration.ZERO, Duration.between(start, end));
            assertThat(hours.worked(start, between).plus(hours.worked(between, end)))
                    .as("%s over %s", hours, between)
                    .isEqualTo(work);
            assertThat(hours.after(start, work).orElseThrow()).isBeforeOrEqualTo(end);
            assertThat(hours.before(end, work).orElseThrow()).isAfterOrEqualTo(start);
            inverse(hours, start, Duration.ofSeconds(1 + random.nextInt(200_000)));
        }
    }

    private static void inverse(WorkingHours hours, Instant start, Duration work) {
        var after = hours.after(start, work).orElseThrow();
        assertThat(hours.worked(start, after)).isEqualTo(work);
        assertThat(hours.worked(start, after.minusNanos(1))).isLessThan(work);
        assertThat(hours.after(start, work.plusNanos(1)).orElseThrow()).isAfter(after);
        var before = hours.before(start, work).orElseThrow();
        assertThat(hours.worked(before, start)).isEqualTo(work);
        assertThat(hours.worked(before.plusNanos(1), start)).isLessThan(work);
    }

    private static WorkingHours invented(Random random) {
        var zones = List.of("Europe/Rome", "Pacific/Apia", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo");
        var spans = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (random.nextInt(4) > 0) spans.put(day, day(random));
        spans.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(new Span(random.nextInt(Span.DAY), Span.DAY)));
        var off = new DaysOff(random.nextBoolean(), Set.of(MonthDay.of(6, 24)), Set.of(LocalDate.of(2011, 12, 29)));
        return new WorkingHours(ZoneId.of(zones.get(random.nextInt(zones.size()))), new Week(spans), off);
    }

    /** The cuts of a day, each other part of it worked. */
    private static List<Span> day(Random random) {
        var cuts = random.ints(2 * (1 + random.nextInt(3)), 0, Span.DAY + 1)
                .distinct()
                .sorted()
                .toArray();
        var spans = new ArrayList<Span>();
        for (var cut = 1; cut < cuts.length; cut += 2) spans.add(new Span(cuts[cut - 1], cuts[cut]));
        return spans;
    }

    private static Instant moment(Random random) {
        return moment(
                LocalDateTime.of(2010, 1, 1, 0, 0).toInstant(ZoneOffset.UTC),
                LocalDateTime.of(2040, 1, 1, 0, 0).toInstant(ZoneOffset.UTC),
                random);
    }

    private static Instant moment(Instant from, Instant to, Random random) {
        return from.plusSeconds(random.nextLong(1 + Duration.between(from, to).toSeconds()));
    }

    private static Week week(String line, DayOfWeek first, DayOfWeek last) {
        var lines = Stream.of(DayOfWeek.values())
                .map(day -> day.compareTo(first) >= 0 && day.compareTo(last) <= 0 ? line : "")
                .toList();
        return ((Outcome.Done<Week>) Week.read(lines)).value();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ROME).toInstant();
    }
}
