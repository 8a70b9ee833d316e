package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sportello.TestClock;

class PaceTest {
    private final TestClock clock = new TestClock(Given.MORNING);
    private final Pace pace = new Pace(clock);

    @Test
    void so_many_leave_in_a_minute_and_the_next_when_the_first_is_a_minute_old() {
        for (var letter = 0; letter < Pace.MOST; letter++) {
            assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
            if (letter == 0) clock.advance(Duration.ofSeconds(20));
        }

        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofSeconds(40), true));
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofSeconds(40), false));

        clock.advance(Duration.ofSeconds(40));
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofSeconds(20), false));
    }

    @Test
    void after_a_quiet_minute_the_next_flood_is_told_again() {
        for (var letter = 0; letter <= Pace.MOST; letter++) pace.next();
        clock.advance(Duration.ofMinutes(2));

        for (var letter = 0; letter < Pace.MOST; letter++)
            assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofMinutes(1), true));
    }

    @Test
    void a_turn_that_is_given_back_is_the_next_ones() {
        for (var letter = 0; letter < Pace.MOST; letter++) pace.next();
        pace.giveBack();

        assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofMinutes(1), true));
    }
}
