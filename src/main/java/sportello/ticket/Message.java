package sportello.ticket;

import sportello.base.CleanText;
import sportello.base.Outcome;

/** The text of an article as somebody wrote it, of 1 to 200,000 characters. */
public record Message(String value) {
    /** In characters; a novel has more, a request for assistance has not. */
    public static final int LONGEST = 200_000;

    /** Cleans what was typed; refuses an empty or too long text. */
    public static Outcome<Message> of(String typed) {
        var text = CleanText.lines(typed);
        if (CleanText.isBlank(text)) return Outcome.refused("text.empty");
        if (text.length() > LONGEST) return Outcome.refused("text.long", LONGEST, text.length());
        return Outcome.done(new Message(text));
    }
}
