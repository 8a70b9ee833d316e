package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The encoding of RFC 2152, which the JDK does not know and some old programs still write. */
final class Utf7 {

    private Utf7() {}

    static String decode(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        var out = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '+') {
                out.append(text.charAt(i));
                continue;
            }
            var end = i + 1;
            while (end < text.length() && isBase64(text.charAt(end))) end++;
            if (end == i + 1) out.append('+');
            else out.append(shifted(text.substring(i + 1, end)));
            i = end < text.length() && text.charAt(end) == '-' ? end : end - 1;
        }
        return out.toString();
    }

    private static boolean isBase64(char sign) {
        return sign < 128 && (Character.isLetterOrDigit(sign) || sign == '+' || sign == '/');
    }

    private static String shifted(String base64) {
        try (var decoded = new Base64Stream(new ByteArrayInputStream(base64.getBytes(ISO_8859_1)))) {
            var units = decoded.readAllBytes();
            return new String(units, 0, units.length / 2 * 2, UTF_16BE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
