package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static List<Limit> limits() throws IllegalAccessException {
        var limits = new ArrayList<Limit>();
        for (var field : Limit.class.getDeclaredFields())
            if (field.getType() == Limit.class) limits.add((Limit) field.get(null));
        return limits;
    }

    @ParameterizedTest
    @MethodSource("limits")
    void each_lets_pass_as_many_as_it_says_within_its_window_and_not_one_more(Limit limit) {
        assertThat(limit.waitAfter(Collections.nCopies(limit.tries() - 2, NOW), NOW))
                .isEmpty();
        assertThat(limit.waitAfter(Collections.nCopies(limit.tries() - 1, NOW), NOW))
                .isEmpty();
        var used = Collections.nCopies(limit.tries(), NOW);
        assertThat(limit.waitAfter(used, NOW)).contains(limit.window());
        assertThat(limit.waitAfter(used, NOW.plus(limit.window()).minusMillis(1)))
                .contains(Duration.ofMillis(1));
        assertThat(limit.waitAfter(used, NOW.plus(limit.window()))).isEmpty();
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
