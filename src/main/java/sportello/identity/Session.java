package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser through which somebody has entered, and when it was last seen.
 *
 * @param maintenance what is done to the house right now, null for nothing
 * @param owing whether a second factor is demanded of the viewer, who has none
 */
public record Session(
        Viewer viewer, Instant seenAt, @Nullable Maintenance maintenance, boolean owing) {

    /** Whether the viewer has to wait until the maintenance is over. */
    public boolean isPaused() {
        return maintenance != null && maintenance.pauses(viewer);
    }
}
