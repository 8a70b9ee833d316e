package sportello.mime;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import sportello.base.Html;

/** The HTML of a mail as text. */
final class Markup {

    private static final int LOOK = 2_048;
    private static final Pattern CHARSET =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");

    private Markup() {}

    /** What HTML says about its charset in its own head. */
    static Optional<String> charset(byte[] html) {
        var beginning = new String(html, 0, Math.min(LOOK, html.length), StandardCharsets.ISO_8859_1);
        var said = CHARSET.matcher(beginning);
        return said.find() ? Optional.of(said.group(1)) : Optional.empty();
    }

    /** Also of HTML so deep that nothing but its words can be made out. */
    static String readable(String html) {
        var text = CleanMail.lines(Html.readable(html));
        return text.isBlank() && !hidesWords(html) ? CleanMail.lines(words(html)) : text;
    }

    private static boolean hidesWords(String html) {
        var small = html.toLowerCase(Locale.ROOT);
        return small.contains("<style")
                || small.contains("<script")
                || small.contains("<!--")
                || small.contains("<title");
    }

    private static String words(String html) {
        var out = new StringBuilder();
        var inTag = false;
        for (var i = 0; i < html.length(); i++) {
            var sign = html.charAt(i);
            if (sign == '<') inTag = true;
            if (!inTag) out.append(sign);
            if (sign == '>') inTag = false;
        }
        return out.toString().replace("&nbsp;", " ");
    }
}
