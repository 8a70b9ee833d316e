package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest
    @CsvSource({
        // Thursday; an hour back, over the lunch break, to the evening before
        "2026-03-12T11:00, 60, 2026-03-12T10:00",
        "2026-03-12T14:30, 60, 2026-03-12T12:00",
        "2026-03-12T09:00, 60, 2026-03-11T17:00",
        // Monday, and Sunday: back to Friday
        "2026-03-16T09:00, 60, 2026-03-13T17:00",
        "2026-03-15T03:00, 10, 2026-03-13T17:20",
        // a whole day, and over the change to summer time
        "2026-03-12T11:00, 450, 2026-03-11T11:00",
        "2026-03-30T09:00, 60, 2026-03-27T17:00"
    })
    void only_working_minutes_count(LocalDateTime now, int minutes, LocalDateTime expected) {
        var hours = new WorkingTime(ROME);
        assertThat(hours.before(now.atZone(ROME).toInstant(), minutes))
                .isEqualTo(expected.atZone(ROME).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12, 1, 2026-03-13",
        "2026-03-12, 2, 2026-03-16",
        "2026-03-16, -1, 2026-03-13",
        "2026-03-12, 0, 2026-03-12"
    })
    void only_working_days_count(LocalDate from, int days, LocalDate expected) {
        assertThat(WorkingTime.shift(from, days)).isEqualTo(expected);
    }
}
