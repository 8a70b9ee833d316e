package sportello.base;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.Handler;
import org.owasp.html.HtmlStreamRenderer;

/**
 * Writes plain text as HTML that is clean as it is: the sanitiser's own pen writes its texts and tags, and a link with odd
 * signs is cleaned by itself. To clean all of it, which is by far the dearest part, would change nothing.
 */
final class TextMarkup {

    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern BLANK_LINES = Pattern.compile("\n[ \t]*\n\\s*");
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s<>\"'«»]++");
    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~/?#&=;:-]*)?");

    private final StringBuilder out = new StringBuilder();
    private final HtmlStreamRenderer pen = HtmlStreamRenderer.create(out, Handler.DO_NOTHING);
    private @Nullable Reference awaited;

    private TextMarkup(@Nullable Reference awaited) {
        this.awaited = awaited;
    }

    /** A word in square brackets that leads to an address where it stands first. */
    record Reference(String word, String address) {
        private String bracketed() {
            return "[" + word + "]";
        }
    }

    static String of(String text, @Nullable Reference reference) {
        var lines = LINE.matcher(text).replaceAll("\n").strip();
        return lines.isEmpty() ? "" : new TextMarkup(reference).paragraphs(lines);
    }

    private String paragraphs(String lines) {
        pen.openDocument();
        for (var paragraph : BLANK_LINES.split(lines)) {
            if (!out.isEmpty()) out.append('\n');
            pen.openTag("p", List.of());
            linked(paragraph);
            pen.closeTag("p");
        }
        pen.closeDocument();
        return HtmlPolicy.withWholeBraces(out.toString());
    }

    private void linked(String text) {
        var addresses = WEB_ADDRESS.matcher(text);
        var done = 0;
        while (addresses.find()) {
            var end = endOf(text, addresses.start(), addresses.end());
            var address = text.substring(addresses.start(), end);
            referring(text.substring(done, addresses.start()));
            link(address, address);
            done = end;
        }
        referring(text.substring(done));
    }

    private void referring(String text) {
        var reference = awaited;
        var at = reference == null ? -1 : text.indexOf(reference.bracketed());
        if (reference == null || at < 0) {
            written(text);
            return;
        }
        awaited = null;
        written(text.substring(0, at + 1));
        link(reference.address(), reference.word());
        written(text.substring(at + 1 + reference.word().length()));
    }

    private void link(String address, String word) {
        if (PLAIN_ADDRESS.matcher(address).matches()) {
            pen.openTag("a", HtmlPolicy.leadingTo(address));
            pen.text(word);
            pen.closeTag("a");
        } else out.append(HtmlPolicy.clean("<a href=\"" + escaped(address) + "\">" + escaped(word) + "</a>"));
    }

    private void written(String text) {
        var lines = text.split("\n", -1);
        pen.text(lines[0]);
        for (var no = 1; no < lines.length; no++) {
            pen.openTag("br", List.of());
            pen.text("\n" + lines[no]);
        }
    }

    /** The full stop that ends a sentence is not part of the address, nor is the bracket around it. */
    private static int endOf(String text, int start, int end) {
        var open = count('(', text, start, end) - count(')', text, start, end);
        var last = end;
        while (last > start && isPunctuation(text.charAt(last - 1), open)) {
            if (text.charAt(last - 1) == ')') open++;
            last--;
        }
        return last;
    }

    private static boolean isPunctuation(char sign, long open) {
        return sign == ')' ? open < 0 : ".,;:!?]}*".indexOf(sign) >= 0;
    }

    private static long count(char sign, String text, int start, int end) {
        return text.substring(start, end).chars().filter(each -> each == sign).count();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
