package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts tries in the database, so that it makes no difference at which node somebody knocks. */
@Component
class Throttle {
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final ThrottleSql sql;
    private final Clock clock;

    Throttle(ThrottleSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Counts one try against each limit. If one of them is used up nothing is counted, and the answer is how long to
     * wait.
     */
    @Transactional
    Optional<Duration> take(Attempt... attempts) {
        var now = clock.instant();
        var keys = Stream.of(attempts).map(Attempt::key).toList();
        sql.lock(keys);
        var hits = sql.hits(keys, now.minus(LONGEST_WINDOW));
        var pause = Stream.of(attempts)
                .flatMap(
                        attempt -> attempt.limit().waitAfter(hits.getOrDefault(attempt.key(), List.of()), now).stream())
                .max(Comparator.naturalOrder());
        if (pause.isEmpty()) sql.hit(keys, now);
        return pause;
    }

    /** Starts counting anew. */
    @Transactional
    void forget(Attempt attempt) {
        sql.forget(attempt.key());
    }

    /** Removes the tries that no limit looks at any more. */
    @Transactional
    void purge() {
        sql.forgetBefore(clock.instant().minus(LONGEST_WINDOW));
    }
}
