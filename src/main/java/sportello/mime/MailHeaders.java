package sportello.mime;

import java.util.List;
import java.util.Optional;

/** The fields of a mail's head in their order: decoded, unfolded, cut where they are endless. */
public record MailHeaders(List<Field> fields) {

    /** One field, such as {@code Subject}, with what it says. */
    public record Field(String name, String value) {}

    public MailHeaders {
        fields = List.copyOf(fields);
    }

    /** What all fields of this name say, whatever their case. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** What the first field of this name says. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** Whether there is a field of this name. */
    public boolean has(String name) {
        return first(name).isPresent();
    }
}
