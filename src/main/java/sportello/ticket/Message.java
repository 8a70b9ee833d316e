package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Html;
import sportello.base.Outcome;

/**
 * The text of an article as somebody wrote it, of 1 to 200,000 characters.
 *
 * @param html the same with its formatting, null where none was given
 */
public record Message(String value, @Nullable Html html) {
    /** In characters; a novel has more, a request for assistance has not. */
    public static final int LONGEST = 200_000;

    public Message(String value) {
        this(value, null);
    }

    /** Cleans what was typed; refuses an empty or too long text. */
    public static Outcome<Message> of(String typed) {
        return of(typed, null);
    }

    /** The same as its formatting says it. */
    static Outcome<Message> of(String typed, @Nullable Html html) {
        var text = CleanText.lines(typed);
        if (CleanText.isBlank(text)) return Outcome.refused("text.empty");
        if (text.length() > LONGEST) return Outcome.refused("text.long", LONGEST, text.length());
        return Outcome.done(new Message(text, html));
    }

    /** As HTML, whether or not it was given as such. */
    Html asHtml() {
        return html == null ? Html.ofText(value) : html;
    }
}
