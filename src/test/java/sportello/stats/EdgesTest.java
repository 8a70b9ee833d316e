package sportello.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    @Test
    void a_report_is_of_a_leap_year_at_most() {
        for (var fits : List.of(365, 366)) assertThat(of(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(of(367)).isEqualTo(Outcome.refused("reports.long", 366));
    }

    private static Outcome<Period> of(int days) {
        return Period.typed(FIRST.toString(), FIRST.plusDays(days - 1).toString(), FIRST);
    }
}
