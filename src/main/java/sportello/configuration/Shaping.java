package sportello.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sportello.base.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ObjectNode;

/** Makes an entry of what a document says, or finds out which field is none. */
final class Shaping<T extends Record> {
    private final Class<T> type;
    private final String path;

    /** @param path where the entry stands in the document */
    @SuppressWarnings("unchecked")
    Shaping(T blank, String path) {
        this.type = (Class<T>) blank.getClass();
        this.path = path;
    }

    sealed interface Result<T> {}

    record Shaped<T>(T entry) implements Result<T> {}

    /** @param path of the field */
    record Misshapen<T>(String path, String field, Refusal why) implements Result<T> {}

    Result<T> shape(ObjectNode tree) {
        try {
            return new Shaped<>(Shapes.shaped(tree, type));
        } catch (JacksonException e) {
            var steps = e.getPath().stream().map(Shaping::step).toList();
            var field = steps.isEmpty() ? "" : String.join(".", steps);
            return new Misshapen<>(path + "/" + String.join("/", steps), field, why(e, field, tree, steps));
        }
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName();
    }

    private static Refusal why(JacksonException e, String field, ObjectNode tree, List<String> steps) {
        if (e instanceof UnrecognizedPropertyException) return new Refusal("configuration.field", field);
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum())
            return new Refusal("configuration.choice", said(tree, steps), choices(wrong.getTargetType()));
        var value = tree.at("/" + String.join("/", steps));
        return value.isString()
                ? new Refusal("configuration.value", field, value.asString())
                : new Refusal("configuration.incomplete", field);
    }

    private static String said(ObjectNode tree, List<String> steps) {
        return tree.at("/" + String.join("/", steps)).asString("");
    }

    private static String choices(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants())
                .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
