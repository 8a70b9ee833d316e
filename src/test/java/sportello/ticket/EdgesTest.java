package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    @Test
    void what_is_said_of_a_service_has_five_hundred_signs_at_most() {
        for (var fits : List.of(499, 500)) assertThat(service(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(service(501)).isInstanceOf(Outcome.Refused.class);
    }

    private static Outcome<ChoiceSettings> service(int note) {
        return new ChoiceSettings("Caldaie", null, "x".repeat(note), false, true).checked(ChoiceList.SERVICES);
    }

    @Test
    void the_name_of_a_file_is_cut_behind_two_hundred_and_fifty_five_signs() {
        for (var fits : List.of(254, 255))
            assertThat(FileName.of("x".repeat(fits))).hasSize(fits);
        assertThat(FileName.of("x".repeat(252) + ".pdf")).hasSize(255).endsWith("x.pdf");
    }

    @Test
    void a_ticket_waits_for_five_years_at_most() {
        var years = Duration.ofDays(5 * 365);
        for (var fits : List.of(years.minusSeconds(1), years))
            assertThat(Beginning.of(State.PENDING_REMINDER, NOW.plus(fits), NOW))
                    .isInstanceOf(Outcome.Done.class);
        assertThat(Beginning.of(State.PENDING_REMINDER, NOW.plus(years).plusSeconds(1), NOW))
                .isEqualTo(Outcome.refused("opening.far"));
    }
}
