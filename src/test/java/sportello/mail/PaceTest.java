package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sportello.Edge;
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
    void so_many_alarms_pass_a_flood_and_the_next_waits_in_it() throws Exception {
        Edge.of("mail/Pace.MOST_ALARMS").isTheLast(many -> {
            var flooded = new Pace(clock);
            for (var letter = 0; letter <= Pace.MOST; letter++) flooded.next();
            for (var alarm = 1; alarm < many; alarm++) flooded.nextAlarm();
            return flooded.nextAlarm() instanceof Pace.Turn.Go;
        });
    }

    @Test
    void an_alarm_takes_nobodys_turn_and_its_own_comes_back_after_a_minute() {
        for (var alarm = 0; alarm < Pace.MOST_ALARMS; alarm++) pace.nextAlarm();
        for (var letter = 0; letter < Pace.MOST; letter++)
            assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
        assertThat(pace.nextAlarm()).isInstanceOf(Pace.Turn.Wait.class);

        pace.giveBackAlarm();
        assertThat(pace.nextAlarm()).isEqualTo(new Pace.Turn.Go());
        clock.advance(Duration.ofMinutes(1));
        assertThat(pace.nextAlarm()).isEqualTo(new Pace.Turn.Go());
    }

    @Test
    void a_turn_that_is_given_back_is_the_next_ones() {
        for (var letter = 0; letter < Pace.MOST; letter++) pace.next();
        pace.giveBack();

        assertThat(pace.next()).isEqualTo(new Pace.Turn.Go());
        assertThat(pace.next()).isEqualTo(new Pace.Turn.Wait(Duration.ofMinutes(1), true));
    }
}
