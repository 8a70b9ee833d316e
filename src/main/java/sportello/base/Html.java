package sportello.base;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * Markup that is safe to show. It is made by cleaning, or of text with the cleaner's own pen, and it is the only type that a
 * template writes unescaped, so raw HTML has one way to a page.
 */
public final class Html implements Content {

    public static final Html EMPTY = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** What is left of foreign HTML: formatting, tables, lists, links and pictures that came along; nothing remote. */
    public static Html sanitised(String html) {
        return html.isEmpty() ? EMPTY : new Html(HtmlPolicy.clean(html));
    }

    /** Plain text as HTML: paragraphs, line breaks, and web addresses that can be clicked. */
    public static Html ofText(String text) {
        return new Html(TextMarkup.of(text, null));
    }

    /** The same; where the word stands first in square brackets, it leads to the address. */
    public static Html ofText(String text, String word, String address) {
        return new Html(TextMarkup.of(text, new TextMarkup.Reference(word, address)));
    }

    /** Foreign HTML as text that reads well without any markup; in one round, for it will not be shown as HTML. */
    public static String readable(String html) {
        return ReadableText.of(html);
    }

    /** The same as text that reads well without any markup. */
    public String toText() {
        return ReadableText.of(markup);
    }

    /** The markup itself, to store it or to put it into a mail. */
    public String markup() {
        return markup;
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }

    @Override
    public boolean isEmptyContent() {
        return isEmpty();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Html html && markup.equals(html.markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    @Override
    public String toString() {
        return markup;
    }
}
