package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** The numbers of what was ticked; what no page offers counts for nothing. */
    Set<Long> ticks(String field) {
        return all(field).stream()
                .filter(value -> value.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Which of the choices were ticked, by their names in small letters. */
    <E extends Enum<E>> Set<E> ticks(String field, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> all(field).contains(choice.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    /** Null where it may be either way. */
    @Nullable Boolean eitherWay(String field) {
        return switch (text(field)) {
            case "yes" -> Boolean.TRUE;
            case "no" -> Boolean.FALSE;
            default -> null;
        };
    }
}
