package sportello.web.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form whose lines are many: each value as it was sent, commas and all. */
record Sent(MultiValueMap<String, String> fields) {

    String text(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "");
    }

    boolean ticked(String field) {
        return !text(field).isEmpty();
    }

    int number(String field) {
        var number = whole(field);
        return number == null ? 0 : number.intValue();
    }

    /** Null where nothing was chosen, or nothing that a page offers. */
    @Nullable Long whole(String field) {
        return text(field).matches("[0-9]{1,9}") ? Long.valueOf(text(field)) : null;
    }

    /** How often the field was sent. */
    int count(String field) {
        return all(field).size();
    }

    /** What it says on that line, from 0. */
    String at(String field, int line) {
        var values = all(field);
        return line < values.size() ? values.get(line) : "";
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
