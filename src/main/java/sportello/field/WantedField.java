package sportello.field;

import org.jspecify.annotations.Nullable;

/**
 * What a field is to say.
 *
 * @param value null for nothing
 */
public record WantedField(FieldName field, @Nullable Value value) {}
