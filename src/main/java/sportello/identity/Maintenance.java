package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;

/**
 * What is said to everybody while something is done to the house.
 *
 * @param until when it ends, null if nobody knows
 * @param closed whether meanwhile only administrators may enter
 */
public record Maintenance(
        String italian, String english, @Nullable Instant until, boolean closed) {

    public String text(Language language) {
        return switch (language) {
            case ITALIAN -> italian;
            case ENGLISH -> english;
        };
    }

    /** Whether the viewer has to wait; the session stays, and goes on afterwards. */
    public boolean pauses(Viewer viewer) {
        return closed && !(viewer instanceof Viewer.AgentViewer agent && agent.administrator());
    }
}
