package sportello.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the log of access somebody wants to read; null or empty for all.
 *
 * @param person part of a name or log-in name
 * @param address how the address begins
 * @param until the first moment that is too late
 */
public record SoughtAccess(
        String person,
        @Nullable AccessKind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        String address) {
    public static final SoughtAccess ALL = new SoughtAccess("", null, null, null, "");
}
