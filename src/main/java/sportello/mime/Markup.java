package sportello.mime;

import java.util.Locale;
import sportello.base.Html;

/** The HTML of a mail as text. */
final class Markup {

    private Markup() {}

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
