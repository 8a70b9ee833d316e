package sportello.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
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
        "2026-11-01, 2026-11-30, 2026-10-01, 2026-10-31",
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "2026-10-01, 2026-12-31, 2026-07-01, 2026-09-30",
        "2028-01-01, 2028-12-31, 2027-01-01, 2027-12-31",
        "2026-11-01, 2026-11-29, 2026-10-03, 2026-10-31",
        "2026-11-15, 2026-11-15, 2026-11-14, 2026-11-14"
    })
    void the_span_before_is_as_long(LocalDate first, LocalDate last, LocalDate before, LocalDate end) {
        assertThat(new Period(first, last).before()).isEqualTo(new Period(before, end));
    }

    @Test
    void the_usual_spans_are_those_of_the_calendar() {
        assertThat(Period.monthUntil(TODAY)).isEqualTo(span("2026-11-01", "2026-11-29"));
        assertThat(Period.monthBefore(TODAY)).isEqualTo(span("2026-10-01", "2026-10-31"));
        assertThat(Period.quarterUntil(TODAY)).isEqualTo(span("2026-10-01", "2026-11-29"));
        assertThat(Period.quarterBefore(TODAY)).isEqualTo(span("2026-07-01", "2026-09-30"));
        assertThat(Period.quarterBefore(LocalDate.of(2027, 1, 1))).isEqualTo(span("2026-10-01", "2026-12-31"));
        assertThat(Period.yearUntil(TODAY)).isEqualTo(span("2026-01-01", "2026-11-29"));
        assertThat(Period.yearBefore(TODAY)).isEqualTo(span("2025-01-01", "2025-12-31"));
    }

    private static Period span(String first, String last) {
        return new Period(LocalDate.parse(first), LocalDate.parse(last));
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
