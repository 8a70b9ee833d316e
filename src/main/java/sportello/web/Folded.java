package sportello.web;

import sportello.base.Html;
import sportello.mime.Quote;
import sportello.mime.QuoteInMarkup;

/**
 * What somebody wrote, and folded below it the former mails that it quotes. Nothing is left out: whoever opens the fold, or
 * prints the page, reads all of it.
 *
 * @param quoted empty where nothing is quoted
 */
public record Folded(Html written, Html quoted) {
    public static final Folded EMPTY = new Folded(Html.EMPTY, Html.EMPTY);

    /** Plain text. */
    public static Folded of(String text) {
        return of(text, text.length());
    }

    /** The text up to the length; where its quote begins is looked for in the whole of it. */
    public static Folded of(String text, int length) {
        var quote = Math.min(Quote.from(text), length);
        var goesOn = length < text.length() ? "…" : "";
        var written = text.substring(0, quote) + (quote == length ? goesOn : "");
        var quoted = quote == length ? "" : text.substring(quote, length) + goesOn;
        return new Folded(Html.ofText(written), Html.ofText(quoted));
    }

    /** What came as HTML. */
    public static Folded of(Html whole) {
        return QuoteInMarkup.parts(whole.markup())
                .map(parts -> new Folded(Html.sanitised(parts.written()), Html.sanitised(parts.quoted())))
                .orElseGet(() -> new Folded(whole, Html.EMPTY));
    }
}
