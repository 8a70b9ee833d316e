package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Limit limit = new Limit("knock", 3, Duration.ofMinutes(1));

    @Test
    void fewer_tries_than_allowed_need_not_wait() {
        assertThat(limit.waitAfter(List.of(), NOW)).isEmpty();
        assertThat(limit.waitAfter(List.of(ago(1), ago(2)), NOW)).isEmpty();
    }

    @Test
    void the_next_try_comes_when_the_oldest_that_counts_is_a_window_away() {
        assertThat(limit.waitAfter(List.of(ago(5), ago(50), ago(20)), NOW)).contains(Duration.ofSeconds(10));
        assertThat(limit.waitAfter(List.of(ago(5), ago(20), ago(30), ago(59)), NOW))
                .contains(Duration.ofSeconds(30));
    }

    @Test
    void what_lies_a_window_back_is_forgotten() {
        assertThat(limit.waitAfter(List.of(ago(5), ago(20), ago(60)), NOW)).isEmpty();
    }

    @Test
    void each_subject_is_counted_for_itself() {
        assertThat(limit.by("anna").key()).isNotEqualTo(limit.by("carla").key());
        assertThat(limit.by("anna").key())
                .isNotEqualTo(Limit.RESET_MAIL.by("anna").key());
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
