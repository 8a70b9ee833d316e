package sportello.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/** Reads sanitised markup line by line, as a person sees it, and knows for each line where in the markup it begins. */
final class MarkupLines {
    private static final String RULE = "-----";

    /** What stands within a line and does not end it. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s",
            "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var");

    private final String markup;
    private final List<Quote.Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int start;
    private int settled;
    private int depth;
    private int preformatted;

    MarkupLines(String markup) {
        this.markup = markup;
    }

    /** A line begins before the elements that open with it. */
    List<Quote.Line> read() {
        var at = 0;
        while (at < markup.length()) {
            var end = end(at);
            if (markup.charAt(at) == '<') tag(markup.substring(at, end), end);
            else text(markup.substring(at, end), at, end);
            at = end;
        }
        endLine();
        return lines;
    }

    private int end(int from) {
        var tag = markup.charAt(from) == '<';
        var end = markup.indexOf(tag ? '>' : '<', from);
        return end < 0 ? markup.length() : tag ? end + 1 : end;
    }

    private void tag(String tag, int end) {
        var name = QuoteInMarkup.name(tag);
        if (name.equals("br") && !words.isEmpty()) endLine();
        else if (!INLINE.contains(name)) endParagraph();
        var step = tag.startsWith("</") ? -1 : 1;
        if (name.equals("blockquote")) depth += step;
        if (name.equals("pre")) preformatted += step;
        if (name.equals("hr")) lines.add(new Quote.Line(RULE, settled));
        if (step < 0 || QuoteInMarkup.isEmpty(tag)) settled = end;
    }

    private void text(String escaped, int at, int end) {
        var text = HtmlUtils.htmlUnescape(escaped);
        if (preformatted > 0 && text.contains("\n")) preformatted(text, at);
        else write(text, settled);
        if (!text.isBlank()) settled = end;
    }

    /** Where each line begins is only known where nothing in it is escaped; else it is the beginning of them all. */
    private void preformatted(String text, int at) {
        var same = markup.startsWith(text, at);
        var begin = 0;
        for (var line : text.split("\n", -1)) {
            if (begin > 0) endLine();
            write(line, same && begin > 0 ? at + begin : settled);
            begin += line.length() + 1;
        }
    }

    private void write(String text, int from) {
        var read = text.replaceAll("\\s+", " ");
        if (words.isEmpty()) {
            if (read.isBlank()) return;
            start = from;
            words.append(">".repeat(Math.min(depth, 1))).append(read.stripLeading());
        } else words.append(read);
    }

    private void endParagraph() {
        endLine();
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) lines.add(new Quote.Line("", settled));
    }

    private void endLine() {
        if (!words.isEmpty()) lines.add(new Quote.Line(words.toString().stripTrailing(), start));
        words.setLength(0);
    }
}
