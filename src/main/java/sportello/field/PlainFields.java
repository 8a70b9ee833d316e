package sportello.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields as a program fills them in; what it does not name stays as it is.
 *
 * @param screen on which a person would
 * @param values by their keys, each as {@link PlainValue} has it; null for nothing
 */
public record PlainFields(Screen screen, Map<String, @Nullable Object> values, Reader reader) {

    public PlainFields {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
