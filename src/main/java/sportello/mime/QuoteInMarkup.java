package sportello.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Parts markup where the former mail begins that is quoted below, so that each part is whole by itself. */
public final class QuoteInMarkup {
    private static final int LONGEST_NAME = 20;

    /** What was written, and what is quoted below it. */
    public record Parts(String written, String quoted) {}

    private QuoteInMarkup() {}

    /** @param markup as a sanitiser writes it: every element closed, every angle bracket of a text escaped */
    public static Optional<Parts> parts(String markup) {
        var at = Quote.from(new MarkupLines(markup).read(), markup.length());
        return at == markup.length() ? Optional.empty() : Optional.of(parts(markup, at));
    }

    /** Elements that lie open where it is parted are closed above and opened again below. */
    private static Parts parts(String markup, int at) {
        var open = openAt(markup, at);
        var closed = new StringBuilder(markup.substring(0, at));
        var opened = new StringBuilder();
        for (var tag : open) closed.append("</").append(name(tag)).append('>');
        open.descendingIterator().forEachRemaining(opened::append);
        return new Parts(closed.toString(), opened + markup.substring(at));
    }

    /** The tags of the elements around the place, the innermost first. */
    private static Deque<String> openAt(String markup, int at) {
        var open = new ArrayDeque<String>();
        for (var from = markup.indexOf('<'); from >= 0 && from < at; from = markup.indexOf('<', from + 1)) {
            var tag = markup.substring(from, markup.indexOf('>', from) + 1);
            if (tag.startsWith("</")) open.poll();
            else if (!isEmpty(tag)) open.push(tag);
        }
        return open;
    }

    /** Whether the tag is all there is of its element. */
    static boolean isEmpty(String tag) {
        return tag.endsWith("/>")
                || name(tag).equals("br")
                || name(tag).equals("img")
                || name(tag).equals("hr");
    }

    static String name(String tag) {
        var start = tag.startsWith("</") ? 2 : 1;
        var end = start;
        while (end < tag.length() && end - start < LONGEST_NAME && Character.isLetterOrDigit(tag.charAt(end))) end++;
        return tag.substring(start, end);
    }
}
