package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;

/** Counting in a real database, where many knock at once. Each test knocks under a name of its own. */
@SportelloTest
class ThrottleTest {
    private final Attempt attempt = new Limit("knock", 10, Duration.ofMinutes(1)).by(UUID.randomUUID());

    @Autowired
    JdbcClient db;

    @Autowired
    Throttle throttle;

    @Test
    void many_at_once_do_not_outrun_the_count() throws Exception {
        try (var people = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> knock = () -> throttle.take(attempt).isEmpty();
            var answers =
                    people.invokeAll(Stream.generate(() -> knock).limit(40).toList());

            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn(admitted -> admitted)
                    .hasSize(10);
        }
    }

    @Test
    void limits_that_are_counted_together_in_any_order_do_not_lock_each_other_out() throws Exception {
        var other = new Limit("bell", 100, Duration.ofMinutes(1)).by(UUID.randomUUID());
        try (var people = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> there = () -> throttle.take(attempt, other).isEmpty();
            Callable<Boolean> back = () -> throttle.take(other, attempt).isEmpty();
            var answers = people.invokeAll(Stream.generate(() -> Stream.of(there, back))
                    .flatMap(both -> both)
                    .limit(40)
                    .toList());

            assertThat(answers)
                    .extracting(Future::get)
                    .filteredOn(admitted -> admitted)
                    .hasSize(10);
        }
    }

    @Test
    void a_refused_try_is_not_counted_so_that_the_wait_ends() {
        for (int i = 0; i < 15; i++) throttle.take(attempt);

        assertThat(db.sql("select count(*) from throttle where key = :key")
                        .param("key", attempt.key())
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void the_answer_is_how_long_to_wait() {
        for (int i = 0; i < 10; i++) throttle.take(attempt);
        db.sql("update throttle set hit_at = hit_at - interval '40 seconds' where key = :key")
                .param("key", attempt.key())
                .update();

        assertThat(throttle.take(attempt))
                .get()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20)));
    }

    @Test
    void after_a_success_counting_starts_anew() {
        for (int i = 0; i < 10; i++) throttle.take(attempt);

        throttle.forget(attempt);

        assertThat(throttle.take(attempt)).isEmpty();
    }

    @Test
    void old_tries_are_swept_up() {
        throttle.take(attempt);
        db.sql("update throttle set hit_at = hit_at - interval '2 hours' where key = :key")
                .param("key", attempt.key())
                .update();

        throttle.purge();

        assertThat(db.sql("select count(*) from throttle where key = :key")
                        .param("key", attempt.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
