package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.field.Label;

/**
 * How administrators want a state or a priority to be called; empty for ours.
 *
 * @param customers as customers read it
 * @param mark null for ours
 * @param valid whether it can be chosen
 */
public record LabelSettings(
        Label name, Label customers, @Nullable Mark mark, boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST = 60;

    /** The same as it will be kept; refuses what is too long. */
    Outcome<LabelSettings> checked(LabelList list) {
        var own = tidy(name);
        var theirs = list.isForCustomers() ? tidy(customers) : KeptLabel.OURS;
        var longest = Math.max(longest(own), longest(theirs));
        return longest > LONGEST
                ? Outcome.refused(list.word("long"), LONGEST, longest)
                : Outcome.done(new LabelSettings(own, theirs, mark, valid));
    }

    private static Label tidy(Label label) {
        return new Label(tidy(label.italian()), tidy(label.english()));
    }

    /** What nobody can see is no name. */
    private static String tidy(String name) {
        var line = CleanText.line(name);
        return CleanText.isBlank(line) ? "" : line;
    }

    private static int longest(Label label) {
        return Math.max(label.italian().length(), label.english().length());
    }
}
