package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S48: the number of the procedure, as OTRS's DateChecksum generator makes it. */
class TicketNumberTest {

    @ParameterizedTest
    @CsvSource({
        "2018-09-11, 10, 1, 2018091110000018",
        "2018-09-11, 10, 2, 2018091110000027",
        "2002-06-23, 10, 10001, 2002062310100011",
    })
    void the_numbers_of_the_procedure_come_out(LocalDate day, int systemId, long counter, String expected) {
        assertThat(TicketNumber.of(day, systemId, counter).value()).isEqualTo(expected);
    }

    @Test
    void a_busy_day_only_makes_the_number_longer() {
        var number = TicketNumber.of(LocalDate.of(2026, 11, 23), 10, 123_456);
        assertThat(number.value()).startsWith("2026112310123456").hasSize(17);
    }

    @Test
    void the_check_digit_is_never_zero_and_numbers_of_a_day_differ() {
        var seen = new HashSet<String>();
        for (var counter = 1; counter <= 2_000; counter++) {
            var number =
                    TicketNumber.of(LocalDate.of(2026, 11, 23), 10, counter).value();
            assertThat(number).doesNotEndWith("0");
            assertThat(seen.add(number)).isTrue();
        }
    }

    @Test
    void a_number_whose_check_digit_is_wrong_is_a_number_all_the_same() {
        assertThat(new TicketNumber("2015071510123456").value()).isEqualTo("2015071510123456");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12 34", "1'or'1", "../1", "1\n2"})
    void what_no_generator_makes_is_refused(String value) {
        assertThatThrownBy(() -> new TicketNumber(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
