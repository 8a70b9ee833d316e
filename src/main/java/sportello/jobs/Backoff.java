package sportello.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after each failure: twice as long each time, up to a cap, and by chance a little more or less, so that
 * what failed together does not return together.
 */
public record Backoff(Duration first, Duration cap) {

    private static final double JITTER = 0.2;

    /** The pause after so many failures in a row. */
    public Duration after(int failures) {
        var doublings = Math.clamp(failures - 1L, 0, 30);
        var pause = Math.min((double) first.toMillis() * (1L << doublings), cap.toMillis());
        return Duration.ofMillis((long) (pause * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER)));
    }
}
