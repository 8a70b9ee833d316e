package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token by which a program works for a person, as the person sees it.
 *
 * @param writes whether it may change something
 * @param usedAt null if it never was
 */
public record ApiToken(
        long id,
        String name,
        boolean writes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {}
