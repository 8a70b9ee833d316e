package sportello.configuration;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/**
 * A file that a template brings along, as documents tell of it.
 *
 * @param content what is in it, {@code data:application/pdf;base64,…}, or by which hash the house has it,
 *     {@code application/pdf sha256:…}
 */
record Enclosed(String name, String content) {
    private static final Pattern HELD = Pattern.compile("(\\S*) sha256:([0-9a-f]{64})");
    private static final String DATA = "data:";
    private static final String BYTES = ";base64,";

    static Enclosed held(String name, String mediaType, Hash hash) {
        return new Enclosed(name, reference(mediaType, hash));
    }

    static String reference(String mediaType, Hash hash) {
        return mediaType + " sha256:" + hash.hex();
    }

    record Held(String mediaType, Hash hash) {
        static Optional<Held> of(String content) {
            var held = HELD.matcher(content.strip());
            return held.matches() ? Optional.of(new Held(held.group(1), new Hash(held.group(2)))) : Optional.empty();
        }
    }

    record Carried(String mediaType, byte[] bytes) {
        /** Empty for what is no such thing, or is broken. */
        static Optional<Carried> of(String content) {
            var begin = content.indexOf(BYTES);
            if (!content.startsWith(DATA) || begin < 0) return Optional.empty();
            var bytes = decoded(content.substring(begin + BYTES.length()));
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new Carried(content.substring(DATA.length(), begin), bytes));
        }
    }

    private static byte @Nullable [] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }

    /** Lines of what {@link Carried} reads again. */
    static String carried(String mediaType, byte[] bytes) {
        return DATA + mediaType + BYTES + "\n"
                + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
    }
}
