package sportello.audit;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field.
 *
 * @param field its name in the record, {@code group: energia} for one of a map
 * @param old what stood there, null for nothing
 * @param now what stands there, null for nothing
 */
public record Change(
        String field, @Nullable String old, @Nullable String now) {}
