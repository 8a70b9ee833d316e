package sportello.jobs;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff pauses = new Backoff(ofMinutes(1), ofHours(1));

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 60", "2, 120", "3, 240", "6, 1920", "7, 3600", "50, 3600", "2147483647, 3600"})
    void pauses_double_up_to_the_cap_give_or_take_a_fifth(int failures, long seconds) {
        for (var i = 0; i < 100; i++)
            assertThat(pauses.after(failures))
                    .isBetween(ofSeconds(seconds * 8 / 10).minusMillis(1), ofSeconds(seconds * 12 / 10));
    }

    @Test
    void what_failed_together_does_not_return_together() {
        var returns = Stream.generate(() -> pauses.after(7)).limit(100);

        assertThat(returns.distinct()).hasSizeGreaterThan(50);
    }
}
