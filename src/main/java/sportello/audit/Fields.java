package sportello.audit;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, field by field, as texts. Records within it are taken apart, those of a single part (ids) are that
 * part; what is empty says nothing.
 */
final class Fields {
    private final SequencedMap<String, Value> values = new LinkedHashMap<>();

    record Value(String text, boolean secret) {}

    private Fields() {}

    static SequencedMap<String, Value> of(@Nullable Record record) {
        var fields = new Fields();
        if (record != null) fields.takeApart("", record);
        return fields.values;
    }

    private void takeApart(String prefix, Record record) {
        for (var part : record.getClass().getRecordComponents())
            take(prefix + part.getName(), read(part, record), part.isAnnotationPresent(Masked.class));
    }

    private void take(String name, @Nullable Object value, boolean secret) {
        switch (value) {
            case null -> {}
            case Record record
            when record.getClass().getRecordComponents().length == 1 ->
                take(name, read(record.getClass().getRecordComponents()[0], record), secret);
            case Record record
            when record.getClass().getRecordComponents().length == 0 ->
                put(name, record.getClass().getSimpleName().toLowerCase(Locale.ROOT), secret);
            case Record record -> takeApart(name + ".", record);
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .sorted((one, other) -> text(one.getKey()).compareTo(text(other.getKey())))
                        .forEach(entry -> take(name + ": " + text(entry.getKey()), entry.getValue(), secret));
            default -> put(name, text(value), secret);
        }
    }

    private void put(String name, String text, boolean secret) {
        if (!text.isEmpty()) values.put(name, new Value(text, secret));
    }

    private static String text(Object value) {
        return switch (value) {
            case Set<?> set -> set.stream().map(Fields::text).sorted().collect(joining(", "));
            case Collection<?> list -> list.stream().map(Fields::text).collect(joining(", "));
            case Record record -> of(record).values().stream().map(Value::text).collect(joining(" "));
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    private static @Nullable Object read(RecordComponent part, Record record) {
        try {
            var accessor = part.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
