package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LullTest {
    private final Lull lull = new Lull();

    @Test
    void as_long_as_nobody_has_missed_a_server_letters_are_tried_when_they_may_leave() {
        assertThat(lull.lasts(Given.MORNING)).isFalse();
    }

    @Test
    void whoever_is_posted_after_one_that_found_no_server_is_tried_when_that_one_is() {
        var end = lull.begin(Given.MORNING);

        assertThat(end).isAfter(Given.MORNING).isEqualTo(lull.end());
        assertThat(lull.lasts(Given.MORNING.plusSeconds(1))).isTrue();
        assertThat(lull.lasts(end)).isFalse();
    }
}
