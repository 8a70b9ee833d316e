package sportello.configuration;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import sportello.ticket.Mark;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * Entries as trees and back: fields in the order of the record and in small letters, choices in small letters too. The
 * values of a document are texts until the record says what they are.
 */
final class Shapes {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .withCoercionConfig(LogicalType.Collection, Shapes::emptyForNothing)
            .withCoercionConfig(LogicalType.Map, Shapes::emptyForNothing)
            .withCoercionConfig(Mark.class, Shapes::noneForNothing)
            .addModule(new SimpleModule().addSerializer(new SmallLetters()))
            .build();

    private static final String BYTES = ";base64,";

    /** Of a hash, in characters. */
    private static final int SHOWN = 16;

    private Shapes() {}

    static ObjectNode tree(Record entry) {
        return JSON.valueToTree(entry);
    }

    /** @throws tools.jackson.databind.DatabindException if it is none, and it says where */
    static <T extends Record> T shaped(ObjectNode tree, Class<T> type) {
        return JSON.treeToValue(tree, type);
    }

    /** The tree with what the other says; of what the other does not speak stays. */
    static ObjectNode merged(ObjectNode tree, ObjectNode other) {
        return merged(tree, other, tree);
    }

    /** @param pattern where it has empty lists by name, those of the tree become what the other says and no more */
    static ObjectNode merged(ObjectNode tree, ObjectNode other, ObjectNode pattern) {
        var merged = tree.deepCopy();
        for (var field : other.properties()) {
            var known = merged.get(field.getKey());
            merged.set(
                    field.getKey(),
                    known instanceof ObjectNode inner
                                    && field.getValue() instanceof ObjectNode said
                                    && pattern.get(field.getKey()) instanceof ObjectNode within
                                    && !within.isEmpty()
                            ? merged(inner, said, within)
                            : field.getValue());
        }
        return merged;
    }

    /** Each field as a text, those within others by both names. */
    static SequencedMap<String, String> fields(ObjectNode tree) {
        var fields = new LinkedHashMap<String, String>();
        collect("", tree, fields);
        return fields;
    }

    private static void collect(String prefix, ObjectNode tree, SequencedMap<String, String> fields) {
        for (var field : tree.properties()) {
            if (field.getValue() instanceof ObjectNode inner) collect(prefix + field.getKey() + ".", inner, fields);
            else fields.put(prefix + field.getKey(), text(field.getValue()));
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) return value.valueStream().map(Shapes::text).collect(Collectors.joining(", "));
        if (value.isObject())
            return value.valueStream()
                    .map(Shapes::text)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        return value.isNull() ? "" : shown(value.asString());
    }

    /** Bytes as an address that holds them. */
    static String held(String mediaType, byte[] bytes) {
        return "data:" + mediaType + BYTES + Base64.getEncoder().encodeToString(bytes);
    }

    /** Of what nobody can read, which it is. */
    private static String shown(String text) {
        var held = Enclosed.Held.of(text);
        if (held.isPresent())
            return held.get().mediaType() + " " + held.get().hash().hex().substring(0, SHOWN);
        var bytes = text.startsWith("data:") ? text.indexOf(BYTES) : -1;
        return bytes < 0 ? text : text.substring("data:".length(), bytes) + " " + Integer.toHexString(text.hashCode());
    }

    private static void emptyForNothing(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty);
    }

    private static void noneForNothing(MutableCoercionConfig coercion) {
        coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull);
    }

    private static final class SmallLetters extends StdSerializer<Enum<?>> {
        SmallLetters() {
            super(Enum.class, true);
        }

        @Override
        public void serialize(Enum<?> choice, JsonGenerator out, SerializationContext context) {
            out.writeString(choice.name().toLowerCase(Locale.ROOT));
        }
    }
}
