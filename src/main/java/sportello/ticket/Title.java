package sportello.ticket;

import sportello.base.CleanText;
import sportello.base.Outcome;

/** What a request is about, in one line of 1 to 255 characters. */
public record Title(String value) {
    /** In characters. */
    public static final int LONGEST = 255;

    /** Cleans what was typed; refuses an empty or too long title. */
    public static Outcome<Title> of(String typed) {
        var text = CleanText.line(typed);
        if (CleanText.isBlank(text)) return Outcome.refused("title.empty");
        if (text.length() > LONGEST) return Outcome.refused("title.long", LONGEST, text.length());
        return Outcome.done(new Title(text));
    }
}
