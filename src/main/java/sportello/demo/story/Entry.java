package sportello.demo.story;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a {@link Sheet}. */
public record Entry(String name, Map<String, List<String>> fields, List<Part> parts) {

    public Entry {
        fields = Map.copyOf(fields);
        parts = List.copyOf(parts);
    }

    /** The value of a field that must be there. */
    public String get(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException(name + " has no " + key));
    }

    public String get(String key, String otherwise) {
        return find(key).orElse(otherwise);
    }

    public Optional<String> find(String key) {
        return all(key).stream().findFirst();
    }

    /** The values of a field that may stand there several times. */
    public List<String> all(String key) {
        return fields.getOrDefault(key, List.of());
    }

    /** The values of a field that are separated by commas. */
    public List<String> list(String key) {
        return all(key).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .toList();
    }

    List<Part> parts(String kind) {
        return parts.stream().filter(part -> part.kind().equals(kind)).toList();
    }
}
