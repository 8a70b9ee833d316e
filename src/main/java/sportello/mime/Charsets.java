package sportello.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns bytes into text, by the charset that was named if that can be true, else by what they look like. */
final class Charsets {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What is named by habit is read as its larger sister, as browsers do. */
    private static final Map<String, String> SISTERS = Map.ofEntries(
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("utf8", "utf-8"),
            Map.entry("cp-1252", "windows-1252"),
            Map.entry("unicode-1-1-utf-8", "utf-8"));

    /** Charsets in which almost anything is a text, so that what reads as UTF-8 is UTF-8. */
    private static final Set<String> TOLERANT = Set.of("windows-1252", "windows-1254", "iso-8859-15", "macintosh");

    private Charsets() {}

    /** A text of which nobody said what it is written in. */
    static String guess(byte[] bytes) {
        return decode(bytes, null);
    }

    static String decode(byte[] bytes, @Nullable String name) {
        return decode(bytes, name, true);
    }

    /** Decodes bytes that may have been cut in the middle of a sign. */
    static String decode(byte[] bytes, @Nullable String name, boolean whole) {
        var named = name == null ? "" : bare(name);
        if (named.equals("utf-7") || named.equals("unicode-1-1-utf-7")) return Utf7.decode(bytes);
        var charset = charset(named);
        var text = charset == null || isTolerant(charset) ? null : strictly(bytes, charset, whole);
        if (text == null) text = strictly(bytes, UTF_8, whole);
        return text == null ? new String(bytes, fallback(charset)) : text;
    }

    private static boolean isTolerant(Charset charset) {
        return TOLERANT.contains(charset.name().toLowerCase(Locale.ROOT));
    }

    /** Single bytes can be read in any case, many bytes were not what they claimed to be. */
    private static Charset fallback(@Nullable Charset charset) {
        if (charset == null || charset.newEncoder().maxBytesPerChar() > 1) return WINDOWS;
        return charset;
    }

    private static String bare(String name) {
        var star = name.indexOf('*');
        return (star < 0 ? name : name.substring(0, star))
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("\"", "");
    }

    private static @Nullable Charset charset(String name) {
        return switch (name) {
            case "" -> null;
            case "utf-8", "utf8" -> UTF_8;
            default -> Known.BY_NAME.get(SISTERS.getOrDefault(name, name));
        };
    }

    /** All that Java knows, by every name; to ask it for one it does not know takes milliseconds, and mails ask for many. */
    private static final class Known {
        static final Map<String, Charset> BY_NAME = new HashMap<>();

        static {
            for (var charset : Charset.availableCharsets().values()) {
                if (!charset.canEncode()) continue;
                charset.aliases().forEach(name -> BY_NAME.putIfAbsent(name.toLowerCase(Locale.ROOT), charset));
                BY_NAME.put(charset.name().toLowerCase(Locale.ROOT), charset);
            }
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset, boolean whole) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 8);
        try {
            var in = ByteBuffer.wrap(bytes);
            var result = decoder.decode(in, out, whole);
            if (result.isError()) result.throwException();
            if (whole) decoder.flush(out);
            return out.flip().toString();
        } catch (CharacterCodingException | IllegalStateException e) {
            return null;
        }
    }
}
