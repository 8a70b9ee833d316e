package sportello.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after each failure: twice as long each time, up to a cap, and by chance a little more or less, so that
 * what failed together does not return together.
 */
public record Backoff(Duration first, Duration cap) {

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row. */
    public Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        var pause = doubled.compareTo(cap) < 0 ? doubled : cap;
        var chance = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
        return Duration.ofMillis((long) (pause.toMillis() * chance));
    }

    /** What is to become of a job that has failed: it is tried again after the pause. */
    public <T> void tryAgain(ExecutionComplete failed, ExecutionOperations<T> job) {
        var failures = failed.getExecution().consecutiveFailures + 1;
        job.reschedule(failed, failed.getTimeDone().plus(after(failures)));
    }
}
