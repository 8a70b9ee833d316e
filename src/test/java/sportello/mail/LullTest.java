package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LullTest {
    private final Lull lull = new Lull();

    @Test
    void as_long_as_nobody_has_missed_a_server_letters_are_tried_when_they_may_leave() {
        assertThat(lull.over(Given.MORNING)).isEqualTo(Given.MORNING);
    }

    @Test
    void whoever_is_posted_after_one_that_found_no_server_is_tried_when_that_one_is() {
        var end = lull.begin(Given.MORNING);

        assertThat(end).isAfter(Given.MORNING);
        assertThat(lull.over(Given.MORNING.plusSeconds(1))).isEqualTo(end);
        assertThat(lull.over(end.plus(Duration.ofHours(1)))).isEqualTo(end.plus(Duration.ofHours(1)));
    }
}
