package sportello.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the book somebody wants to read; null for all.
 *
 * @param author the person's name as it was written
 * @param until the first moment that is too late
 * @param words in the thing's name, in what changed or in the address; empty for all
 */
public record Sought(
        @Nullable String author,
        @Nullable Topic topic,
        @Nullable Instant since,
        @Nullable Instant until,
        String words) {

    public static final Sought ALL = new Sought(null, null, null, null, "");
}
