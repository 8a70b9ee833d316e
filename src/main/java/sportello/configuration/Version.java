package sportello.configuration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as it was.
 *
 * @param author who was about to change it, empty for the house itself
 * @param differing how many things the version before told of otherwise, null for the first
 */
public record Version(
        long id,
        Instant at,
        Occasion occasion,
        String author,
        @Nullable Integer differing) {}
