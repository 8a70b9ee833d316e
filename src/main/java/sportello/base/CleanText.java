package sportello.base;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Frees typed text of what nobody typed: control characters, and signs that change the direction of writing so that a
 * text reads otherwise than it is. Emoji and every script stay; texts are composed (NFC).
 */
public final class CleanText {
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085]");
    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]+");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");
    /** The first sign that is put together with the one before; no sign below it is composed otherwise (UAX 15). */
    private static final char COMBINING = 0x300;
    /** Composing takes ages where marks pile up; no script needs more than thirty on one sign (UAX 15, stream-safe). */
    private static final Pattern PILE = Pattern.compile("(\\p{M}{30})\\p{M}+");

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Mn}\\u3164\\u115F\\u1160\\uFFA0]*");

    private CleanText() {}

    /** A text of many lines, each ended by a line feed. */
    public static String lines(String typed) {
        var usual = typed.replace("\r\n", "\n");
        if (isPlain(usual)) return usual.strip();
        var ended = LINE_ENDS.matcher(usual).replaceAll("\n");
        var clean = CONTROLS.matcher(wellFormed(ended)).replaceAll("");
        var flat = PILE.matcher(clean).replaceAll("$1");
        return Normalizer.normalize(flat, Normalizer.Form.NFC).strip();
    }

    /** Most texts are: in letters of Latin script as they are written, and the signs between them, is nothing to mend. */
    private static boolean isPlain(String typed) {
        for (var place = 0; place < typed.length(); place++) {
            var sign = typed.charAt(place);
            var plain = sign >= ' ' && sign < 0x7f
                    || sign == '\n'
                    || sign == '\t'
                    || sign >= 0xa0 && sign < COMBINING
                    || sign >= 0x2010 && sign <= 0x2027
                    || sign == '€';
            if (!plain) return false;
        }
        return true;
    }

    /** A text of one line: what broke it becomes a space. */
    public static String line(String typed) {
        var lines = lines(typed);
        return lines.indexOf('\n') < 0 && lines.indexOf('\t') < 0
                ? lines
                : BREAKS.matcher(lines).replaceAll(" ");
    }

    /** Whether there is nothing to be seen in it. */
    public static boolean isBlank(String text) {
        return INVISIBLE.matcher(text).matches();
    }

    /** Half a surrogate pair cannot be stored; it becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }
}
