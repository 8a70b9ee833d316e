package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the words of RFC 2047 in a field, also those that break its rules: with blanks in them, within quotes, without an
 * end, without a gap, or with a sign that begins in one word and ends in the next.
 */
final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;
    private static final int LONGEST_WORD = 10_000;

    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String charset = "";

    private record Word(String charset, byte[] bytes, int end) {}

    private EncodedWords() {}

    /** A field's value as a person reads it: one line, clean. */
    static String decode(String raw) {
        return CleanMail.line(raw.contains("=?") ? new EncodedWords().words(raw) : raw);
    }

    private String words(String raw) {
        var i = 0;
        while (i < raw.length()) {
            var word = raw.charAt(i) == '=' ? wordAt(raw, i) : null;
            if (word == null) {
                flush();
                out.append(raw.charAt(i++));
            } else {
                if (!word.charset().equalsIgnoreCase(charset)) flush();
                charset = word.charset();
                pending.writeBytes(word.bytes());
                i = skipGap(raw, word.end());
            }
        }
        flush();
        return out.toString();
    }

    private void flush() {
        if (pending.size() > 0) out.append(Charsets.decode(pending.toByteArray(), charset));
        pending.reset();
    }

    /** Blanks between two encoded words mean nothing. */
    private static int skipGap(String raw, int from) {
        var next = from;
        while (next < raw.length() && Character.isWhitespace(raw.charAt(next))) next++;
        return next > from && next < raw.length() && wordAt(raw, next) != null ? next : from;
    }

    private static @Nullable Word wordAt(String raw, int start) {
        if (!raw.startsWith("=?", start)) return null;
        var mark = raw.indexOf('?', start + 2, Math.min(raw.length(), start + 3 + LONGEST_CHARSET));
        if (mark < start + 3 || mark + 2 >= raw.length() || raw.charAt(mark + 2) != '?') return null;
        var from = mark + 3;
        var end = raw.indexOf("?=", from, Math.min(raw.length(), from + LONGEST_WORD + 2));
        if (end < 0) {
            if (raw.length() - from > LONGEST_WORD || raw.indexOf(' ', from) >= 0 || raw.indexOf('?', from) >= 0)
                return null;
            end = raw.length();
        }
        var text = raw.substring(from, end);
        var encoding = Character.toUpperCase(raw.charAt(mark + 1));
        if (encoding != 'B' && encoding != 'Q') return null;
        var bytes = encoding == 'B' ? base64(text) : quoted(text);
        return new Word(
                raw.substring(start + 2, mark).toLowerCase(Locale.ROOT), bytes, Math.min(raw.length(), end + 2));
    }

    private static byte[] base64(String text) {
        try (var decoded = new Base64Stream(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))) {
            return decoded.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] quoted(String text) {
        var bytes = text.getBytes(UTF_8);
        var out = new ByteArrayOutputStream(bytes.length);
        for (var i = 0; i < bytes.length; i++) {
            var high = bytes[i] == '=' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            var low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                out.write(16 * high + low);
                i += 2;
            } else out.write(bytes[i] == '_' ? ' ' : bytes[i]);
        }
        return out.toByteArray();
    }
}
