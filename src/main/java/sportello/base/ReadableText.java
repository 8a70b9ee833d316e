package sportello.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/** Writes HTML as plain text, as a person would type it: dashes for lists, angle brackets for quotes and addresses. */
final class ReadableText implements HtmlStreamEventReceiver {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "table", "ul", "ol", "dl", "figure");
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "li",
            "dt",
            "dd",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "main",
            "caption",
            "figcaption",
            "center");

    private final TextLines lines = new TextLines();
    private final Deque<Integer> lists = new ArrayDeque<>();
    private final Deque<Link> links = new ArrayDeque<>();

    private record Link(@Nullable String address, StringBuilder shown) {}

    private ReadableText() {}

    static String of(String html) {
        var text = new ReadableText();
        HtmlPolicy.read(html, text);
        return text.lines.toString();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        breakAround(name);
        switch (name) {
            case "br" -> lines.breakOnce();
            case "hr" -> rule();
            case "pre" -> lines.keepSpaces(true);
            case "blockquote" -> lines.quoteDeeper(1);
            case "ul" -> lists.push(-1);
            case "ol" -> lists.push(0);
            case "li" -> bullet();
            case "td", "th" -> lines.gap();
            case "img" -> picture(HtmlPolicy.valueOf("alt", attributes));
            case "a" -> links.push(new Link(HtmlPolicy.valueOf("href", attributes), new StringBuilder()));
            default -> {}
        }
    }

    @Override
    public void closeTag(String name) {
        switch (name) {
            case "pre" -> lines.keepSpaces(false);
            case "blockquote" -> lines.quoteDeeper(-1);
            case "ul", "ol" -> lists.poll();
            case "a" -> address(links.poll());
            default -> {}
        }
        breakAround(name);
    }

    @Override
    public void text(String text) {
        lines.write(text);
        if (!links.isEmpty()) links.peek().shown().append(text);
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    private void breakAround(String name) {
        var inList = !lists.isEmpty();
        if (PARAGRAPHS.contains(name) && !inList) lines.atNewParagraph();
        else if (PARAGRAPHS.contains(name) || LINES.contains(name)) lines.atNewLine();
    }

    private void rule() {
        lines.atNewLine();
        lines.write("-----");
        lines.atNewLine();
    }

    private void bullet() {
        var count = lists.isEmpty() ? -1 : lists.pop();
        if (count >= 0) count++;
        lists.push(count);
        lines.bullet(
                "  ".repeat(Math.clamp(lists.size() - 1, 0, TextLines.DEEPEST)) + (count < 0 ? "- " : count + ". "));
    }

    private void picture(@Nullable String description) {
        if (description != null && !description.isBlank()) lines.write("[" + description.strip() + "]");
    }

    private void address(@Nullable Link link) {
        if (link == null || link.address() == null) return;
        var bare = link.address().replaceFirst("(?i)^(mailto|tel):", "");
        var shown = link.shown().toString().strip();
        if (!shown.equals(bare) && !bare.equals(shown + "/")) lines.write(" <" + bare + ">");
    }
}
