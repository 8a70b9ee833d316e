package sportello.field;

import org.jspecify.annotations.Nullable;

/**
 * What a field is to say from now on.
 *
 * @param from what it says, null for nothing; so is {@code to}
 */
public record WantedField(
        FieldName field, @Nullable Value from, @Nullable Value to) {}
