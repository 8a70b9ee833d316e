package sportello.stats;

import org.jspecify.annotations.Nullable;

/**
 * How often tickets failed for the same reason.
 *
 * @param name null for those of which nobody has found the cause yet
 */
public record Cause(@Nullable String name, int count) {}
