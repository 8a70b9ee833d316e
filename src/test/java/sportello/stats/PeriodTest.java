package sportello.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sportello.base.Outcome;

/** What somebody types for a span of days. */
class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @ParameterizedTest
    @CsvSource({
        "'', '', 2026-10-31, 2026-11-29",
        "2026-11-01, '', 2026-11-01, 2026-11-29",
        "'', 2026-06-30, 2026-06-01, 2026-06-30",
        "' 2026-01-01 ', 2026-12-31, 2026-01-01, 2026-12-31",
        "2028-01-01, 2028-12-31, 2028-01-01, 2028-12-31",
        "2026-11-29, 2026-11-29, 2026-11-29, 2026-11-29"
    })
    void what_is_left_out_is_as_usual(String from, String to, LocalDate first, LocalDate last) {
        assertThat(Period.typed(from, to, TODAY)).isEqualTo(Outcome.done(new Period(first, last)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-11-29, reports.order",
        "2026-12-01, '', reports.order",
        "2025-11-28, 2026-11-29, reports.long",
        "-999999999-01-01, 2026-11-29, reports.long",
        "ieri, oggi, reports.date",
        "2026-02-30, 2026-03-01, reports.date",
        "29/11/2026, '', reports.date"
    })
    void what_is_no_span_is_refused_with_its_reason(String from, String to, String why) {
        assertThat(Period.typed(from, to, TODAY))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why().message()).isEqualTo(why));
    }
}
