package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

class SpentTest {

    @Test
    void minutes_are_read_and_nothing_is_nothing() {
        assertThat(Spent.of(" 25 ")).isEqualTo(Outcome.done(new Spent(25)));
        assertThat(Spent.of("")).isEqualTo(Outcome.done(Spent.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "1441", "99999", "un’ora", "1.5"})
    void what_is_no_number_of_minutes_is_refused(String typed) {
        assertThat(Spent.of(typed)).isEqualTo(Outcome.refused("spent.odd", Spent.MOST));
    }
}
