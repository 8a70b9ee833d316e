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
    /** Composing takes ages where marks pile up; no script needs more than thirty on one sign (UAX 15, stream-safe). */
    private static final Pattern PILE = Pattern.compile("(\\p{M}{30})\\p{M}+");

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Mn}\\u3164\\u115F\\u1160\\uFFA0]*");

    private CleanText() {}

    /** A text of many lines, each ended by a line feed. */
    public static String lines(String typed) {
        if (isPlain(typed)) return typed.strip();
        var ended = LINE_ENDS.matcher(typed).replaceAll("\n");
        var clean = CONTROLS.matcher(wellFormed(ended)).replaceAll("");
        var flat = PILE.matcher(clean).replaceAll("$1");
        return Normalizer.normalize(flat, Normalizer.Form.NFC).strip();
    }

    /** Most texts are, or nearly: there is nothing in ASCII to compose or to take out. */
    private static boolean isPlain(String typed) {
        return typed.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f || sign == '\n' || sign == '\t');
    }

    /** A text of one line: what broke it becomes a space. */
    public static String line(String typed) {
        return BREAKS.matcher(lines(typed)).replaceAll(" ");
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
