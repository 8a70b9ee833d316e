package sportello.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All staged jobs of one name, counted.
 *
 * @param due how many should have begun already
 * @param running how many are at work, on whichever node
 * @param failing how many failed the last time and are tried again
 * @param oldest since when the longest-waiting one should have begun, null if none waits
 * @param next when the next one begins, null if all are at work
 */
public record JobKind(
        String name,
        int staged,
        int due,
        int running,
        int failing,
        @Nullable Instant oldest,
        @Nullable Instant next) {}
