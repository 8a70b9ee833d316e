package sportello.ticket;

import sportello.base.CleanText;
import sportello.base.Outcome;

/** The name of somebody whom the house may not know, of 1 to 200 characters. */
public record PersonName(String value) {
    /** In characters. */
    public static final int LONGEST = 200;

    /** Cleans what was typed; refuses an empty or too long name. */
    public static Outcome<PersonName> of(String typed) {
        var name = CleanText.line(typed);
        if (CleanText.isBlank(name)) return Outcome.refused("name.empty");
        if (name.length() > LONGEST) return Outcome.refused("name.long", LONGEST, name.length());
        return Outcome.done(new PersonName(name));
    }
}
