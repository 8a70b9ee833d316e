package sportello.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sportello.base.Outcome;

/** How working hours are typed, and what their days off are. */
class TypedHoursTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8:00–12:30, 13:30–17:30 | 08:00–12:30, 13:30–17:30
            8-12.30 ; 13.30 - 17    | 08:00–12:30, 13:30–17:00
            14—24,0-7:01            | 00:00–07:01, 14:00–24:00
            8-12,12-16              | 08:00–12:00, 12:00–16:00
            ' '                     | ''
            """)
    void hours_are_known_however_they_are_typed(String typed, String read) {
        assertThat(monday(typed)).isEqualTo(Outcome.done(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8                      | hours.span
            otto–dodici            | hours.span
            8:60-9                 | hours.span
            8-24:01                | hours.span
            12-8                   | hours.span
            8-8                    | hours.span
            8-12, 11:59-13         | hours.overlap
            1-2, 3-4, 5-6, 7-8     | hours.many_spans
            """)
    void what_are_no_hours_is_said(String typed, String why) {
        assertThat(monday(typed)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.why().message()).isEqualTo(why);
            assertThat(refused.why().arguments()).startsWith(typed);
        });
    }

    private static Outcome<String> monday(String typed) {
        var lines = new ArrayList<>(Collections.nCopies(7, ""));
        lines.set(0, typed);
        return Week.read(lines).then(week -> Outcome.done(week.line(DayOfWeek.MONDAY)));
    }

    @Test
    void days_off_are_of_every_year_or_of_one() {
        var read = DaysOff.read(false, List.of("7/12", "", " 24.12.2026 ", "29/02", "24/12/2026"));
        var off = ((Outcome.Done<DaysOff>) read).value();
        assertThat(off.lines()).containsExactly("29/02", "07/12", "24/12/2026");
        assertThat(off.covers(LocalDate.of(2031, 12, 7))).isTrue();
        assertThat(off.covers(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(off.covers(LocalDate.of(2027, 12, 24))).isFalse();
        assertThat(off.covers(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(off.covers(LocalDate.of(2027, 2, 28))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"31/06", "29/02/2027", "0/1", "1/13", "domani", "1/1/0000", "24/12/26"})
    void what_is_no_day_is_said(String typed) {
        assertThat(DaysOff.read(true, List.of("7/12", typed))).isEqualTo(Outcome.refused("hours.day_off", typed));
    }

    @ParameterizedTest
    @CsvSource({
        "1818-03-22",
        "1943-04-25",
        "1954-04-18",
        "1981-04-19",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2049-04-18",
        "2076-04-19"
    })
    void easter_is_when_the_church_says(LocalDate sunday) {
        assertThat(ItalianHolidays.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void italy_has_its_holidays() {
        assertThat(LocalDate.of(2027, 1, 1)
                        .datesUntil(LocalDate.of(2028, 1, 1))
                        .filter(ItalianHolidays::cover)
                        .map(day -> day.toString().substring(5)))
                .containsExactly(
                        "01-01", "01-06", "03-28", "03-29", "04-25", "05-01", "06-02", "08-15", "10-04", "11-01",
                        "12-08", "12-25", "12-26");
        assertThat(ItalianHolidays.cover(LocalDate.of(2025, 10, 4)))
                .as("a holiday only since 2026")
                .isFalse();
    }
}
