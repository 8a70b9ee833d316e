package sportello.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sportello.stats.Rhythm.Every;

/** When a report is sent by mail, and of which days it tells. */
class RhythmTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @CsvSource({
        "MONTH, 1, 7, 2026-11-30T12:00, 2026-11-01T07:00, 2026-12-01T07:00",
        "MONTH, 1, 7, 2026-12-01T06:59, 2026-11-01T07:00, 2026-12-01T07:00",
        "MONTH, 1, 7, 2026-12-01T07:00, 2026-12-01T07:00, 2027-01-01T07:00",
        "MONTH, 28, 0, 2028-02-29T00:00, 2028-02-28T00:00, 2028-03-28T00:00",
        "WEEK, 1, 7, 2026-11-30T06:00, 2026-11-23T07:00, 2026-11-30T07:00",
        "WEEK, 1, 7, 2026-12-06T23:00, 2026-11-30T07:00, 2026-12-07T07:00",
        "WEEK, 7, 23, 2026-12-06T23:30, 2026-12-06T23:00, 2026-12-13T23:00",
        "WEEK, 7, 2, 2026-03-28T12:00, 2026-03-22T02:00, 2026-03-29T03:00"
    })
    void it_comes_by_the_clock_of_the_house(
            Every every, int day, int hour, LocalDateTime now, LocalDateTime last, LocalDateTime next) {
        var rhythm = new Rhythm(every, day, hour);
        var moment = now.atZone(ROME).toInstant();
        assertThat(rhythm.until(moment, ROME)).isEqualTo(last.atZone(ROME));
        assertThat(rhythm.after(moment, ROME)).isEqualTo(next.atZone(ROME));
    }

    @ParameterizedTest
    @CsvSource({"WEEK, 0, 7", "WEEK, 8, 7", "MONTH, 29, 7", "MONTH, 0, 7", "MONTH, 1, 24", "MONTH, 1, -1"})
    void a_day_or_an_hour_that_does_not_come_each_time_is_none(Every every, int day, int hour) {
        assertThat(new Rhythm(every, day, hour).isPossible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-11-30, 2026-11-23, 2026-11-29",
        "WEEK, 2026-12-06, 2026-11-23, 2026-11-29",
        "MONTH, 2026-03-01, 2026-02-01, 2026-02-28",
        "QUARTER, 2026-12-01, 2026-07-01, 2026-09-30",
        "YEAR, 2026-12-01, 2025-01-01, 2025-12-31"
    })
    void it_tells_of_the_last_whole_days(Span span, LocalDate day, LocalDate first, LocalDate last) {
        assertThat(span.before(day)).isEqualTo(new Period(first, last));
    }
}
