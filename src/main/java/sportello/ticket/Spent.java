package sportello.ticket;

import java.util.regex.Pattern;
import sportello.base.Outcome;

/** How long it took, in minutes, up to a day; nothing where nobody says. */
public record Spent(int minutes) {
    public static final int MOST = 24 * 60;

    public static final Spent NONE = new Spent(0);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /** Reads what was typed, nothing included. */
    public static Outcome<Spent> of(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) return Outcome.done(NONE);
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MOST) return Outcome.refused("spent.odd", MOST);
        return Outcome.done(new Spent(Integer.parseInt(text)));
    }

    boolean isNone() {
        return minutes == 0;
    }
}
