package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param usedAt null if it never was
 */
public record Passkey(
        long id, String name, Instant createdAt, @Nullable Instant usedAt) {}
