package sportello.mime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field with parameters, such as {@code text/plain; charset=utf-8}; parameters may be spread over several
 * and percent-encoded (RFC 2231).
 */
record FieldValue(String value, Map<String, String> parameters) {

    private static final int MOST = 100;

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    static FieldValue of(String raw) {
        var pieces = new Pieces(raw);
        var first = pieces.next();
        var value = first == null ? "" : word(first);
        var found = new LinkedHashMap<String, TreeMap<Integer, Segment>>();
        var count = 0;
        for (var piece = pieces.next(); piece != null && count < MOST; piece = pieces.next(), count++)
            add(piece, found);
        var parameters = new LinkedHashMap<String, String>();
        found.forEach((name, segments) -> parameters.put(name, joined(segments)));
        return new FieldValue(value, parameters);
    }

    /** A value without comment and blanks, in small letters. */
    private static String word(String text) {
        var comment = text.indexOf('(');
        var bare = (comment < 0 ? text : text.substring(0, comment)).strip();
        var blank = bare.indexOf(' ');
        return (blank < 0 ? bare : bare.substring(0, blank)).toLowerCase(Locale.ROOT);
    }

    private record Segment(String text, boolean encoded) {}

    private static void add(String piece, Map<String, TreeMap<Integer, Segment>> found) {
        var equals = piece.indexOf('=');
        if (equals <= 0) return;
        var name = piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        var encoded = name.endsWith("*");
        if (encoded) name = name.substring(0, name.length() - 1);
        var star = name.indexOf('*');
        var index = star < 0 ? -1 : number(name.substring(star + 1));
        if (star >= 0) name = name.substring(0, star);
        if (name.isEmpty()) return;
        found.computeIfAbsent(name, any -> new TreeMap<>())
                .putIfAbsent(
                        encoded && index < 0 ? -2 : index, new Segment(unquoted(piece.substring(equals + 1)), encoded));
    }

    private static int number(String digits) {
        try {
            return Math.max(0, Integer.parseInt(digits));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String unquoted(String raw) {
        var text = raw.strip();
        if (!text.startsWith("\"")) return text;
        var out = new StringBuilder();
        for (var i = 1; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (sign == '"') break;
            // a path of Windows is written without doubling its backslashes
            if (sign == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0)
                sign = text.charAt(++i);
            out.append(sign);
        }
        return out.toString();
    }

    /** An encoded whole (-2) is worth more than a plain one (-1), and that more than pieces of it. */
    private static String joined(TreeMap<Integer, Segment> segments) {
        var first = segments.firstEntry();
        if (first.getKey() == -1) return first.getValue().text();
        if (first.getKey() == -2) return decoded(java.util.List.of(first.getValue()));
        return decoded(segments.values());
    }

    private static String decoded(Iterable<Segment> segments) {
        @Nullable String charset = null;
        var bytes = new java.io.ByteArrayOutputStream();
        for (var segment : segments) {
            var text = segment.text();
            if (segment.encoded() && charset == null) {
                var parts = text.split("'", 3);
                charset = parts.length == 3 ? parts[0] : "";
                if (parts.length == 3) text = parts[2];
            }
            bytes.writeBytes(
                    segment.encoded() ? percent(text) : text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return Charsets.decode(bytes.toByteArray(), charset);
    }

    private static byte[] percent(String text) {
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var out = new byte[bytes.length];
        var length = 0;
        for (var i = 0; i < bytes.length; i++) {
            var high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            var low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out[length++] = low < 0 ? bytes[i] : (byte) (16 * high + low);
            if (low >= 0) i += 2;
        }
        return Arrays.copyOf(out, length);
    }

    /** What stands between semicolons that are not quoted. */
    private static final class Pieces {
        private final String raw;
        private int position;

        Pieces(String raw) {
            this.raw = raw;
        }

        @Nullable String next() {
            if (position > raw.length()) return null;
            var quoted = false;
            var i = position;
            for (; i < raw.length(); i++) {
                var sign = raw.charAt(i);
                if (sign == '"') quoted = !quoted;
                else if (quoted && sign == '\\') i++;
                else if (!quoted && sign == ';') break;
            }
            var piece = raw.substring(position, Math.min(i, raw.length()));
            position = i + 1;
            return piece;
        }
    }
}
