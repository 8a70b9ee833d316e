package sportello.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;
import sportello.ticket.Title;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void an_appointment_lasts_a_year_at_most() {
        var year = Duration.ofDays(366);
        for (var fits : List.of(year.minusSeconds(1), year))
            assertThat(lasting(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(lasting(year.plusSeconds(1))).isEqualTo(Outcome.refused("appointment.too_long"));
    }

    private static Outcome<Plan> lasting(Duration time) {
        return Plan.of(new Title("Ferie"), "", "", NOW, NOW.plus(time), false, null);
    }
}
