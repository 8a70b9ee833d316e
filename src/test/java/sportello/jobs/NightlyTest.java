package sportello.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The house's night, wherever it is. */
class NightlyTest {
    private final AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("Europe/Rome"));
    private final Nightly nightly = new Nightly(zone::get, LocalTime.of(1, 30));

    @Test
    void it_is_the_hour_of_the_house_on_the_day_of_the_change_too() {
        assertThat(after("2026-11-30T12:00:00Z")).isEqualTo("2026-12-01T00:30:00Z");
        assertThat(after("2026-07-01T12:00:00Z")).isEqualTo("2026-07-01T23:30:00Z");
        assertThat(nightly.getInitialExecutionTime(Instant.parse("2026-11-30T00:29:00Z")))
                .isEqualTo("2026-11-30T00:30:00Z");
    }

    @Test
    void a_house_that_moves_sleeps_when_it_is_night_there() {
        zone.set(ZoneId.of("America/New_York"));
        assertThat(after("2026-11-30T12:00:00Z")).isEqualTo("2026-12-01T06:30:00Z");
        assertThat(nightly.isDeterministic()).isTrue();
    }

    private Instant after(String done) {
        return nightly.getNextExecutionTime(ExecutionComplete.simulatedSuccess(Instant.parse(done)));
    }
}
