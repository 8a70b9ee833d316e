package sportello.web.agent.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickDayTest {

    @ParameterizedTest
    @CsvSource({
        "TWO_HOURS, 2026-11-25T23:30+01:00[Europe/Rome], 2026-11-26T01:30+01:00[Europe/Rome]",
        "TOMORROW, 2026-11-25T23:30+01:00[Europe/Rome], 2026-11-26T08:00+01:00[Europe/Rome]",
        "MONDAY, 2026-11-25T23:30+01:00[Europe/Rome], 2026-11-30T08:00+01:00[Europe/Rome]",
        "MONDAY, 2026-11-30T07:00+01:00[Europe/Rome], 2026-12-07T08:00+01:00[Europe/Rome]",
        "TOMORROW, 2026-10-24T12:00+02:00[Europe/Rome], 2026-10-25T08:00+01:00[Europe/Rome]"
    })
    void a_click_means_a_day_on_the_clock_of_who_clicks(QuickDay day, ZonedDateTime now, ZonedDateTime then) {
        assertThat(day.after(now)).isEqualTo(then);
    }
}
