package sportello.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that failed the last time.
 *
 * @param instance which of the jobs of this name
 * @param failures how often in a row
 * @param error why, empty if nobody wrote it down
 * @param next when it is tried again, null if it was given up
 */
public record FailingJob(
        String name,
        String instance,
        int failures,
        Instant failedAt,
        String error,
        @Nullable Instant next) {}
