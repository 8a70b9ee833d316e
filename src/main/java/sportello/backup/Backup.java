package sportello.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * One that was tried.
 *
 * @param file where it is, or was to be
 * @param size in bytes, 0 where it came to nothing
 * @param problem empty where it succeeded
 */
public record Backup(Instant beganAt, Instant endedAt, String file, long size, String problem) {
    /** One that was missed for a night is no alarm yet, two are. */
    private static final Duration PATIENCE = Duration.ofHours(50);

    public boolean succeeded() {
        return problem.isEmpty();
    }

    /** Whether another should have been taken since. */
    boolean isLate(Instant now) {
        return endedAt.isBefore(now.minus(PATIENCE));
    }
}
