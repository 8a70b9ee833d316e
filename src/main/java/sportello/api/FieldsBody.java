package sportello.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program sends to fill fields in. It is read to the letter: what we do not know, or could understand in two ways, is
 * refused rather than guessed.
 *
 * @param version of the ticket that it read
 * @param fields by their keys, null for nothing; what is not among them stays
 */
record FieldsBody(int version, Map<String, @Nullable Object> fields) {
    /** In bytes. */
    private static final int LARGEST = 1_048_576;
    /** No house has more. */
    private static final int MOST = 100;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static Outcome<FieldsBody> read(InputStream body) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        return bytes.length > LARGEST ? Outcome.refused("body.large", LARGEST) : read(bytes);
    }

    private static Outcome<FieldsBody> read(byte[] bytes) {
        try {
            FieldsBody read = STRICT.readValue(bytes, FieldsBody.class);
            if (read == null) return Outcome.refused("body.unreadable", 1, 1);
            return read.fields.size() > MOST ? Outcome.refused("body.many", MOST) : Outcome.done(read);
        } catch (JacksonException odd) {
            var place = odd.getLocation();
            return Outcome.refused(
                    "body.unreadable",
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    place == null ? 1 : Math.max(1, place.getColumnNr()));
        }
    }
}
