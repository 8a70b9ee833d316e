package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * What administrators say of a choice.
 *
 * @param name its own, without those of the ones above it
 * @param parent the id of the one above it, in a list that is a tree
 * @param note what they want to remember of it, in a list that is a tree
 * @param customers whether customers can choose it too, in a list that is a tree
 */
public record ChoiceSettings(String name, @Nullable Long parent, String note, boolean customers, boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST = 120;

    /** Of a note, in characters. */
    public static final int LONGEST_NOTE = 500;

    /** A new one that stands below none. */
    public static ChoiceSettings named(String name) {
        return new ChoiceSettings(name, null, "", false, true);
    }

    /** The same as one that can be chosen, as every new one can. */
    ChoiceSettings offered() {
        return new ChoiceSettings(name, parent, note, customers, true);
    }

    /** The same as it will be kept; refuses what says nothing, or too much. */
    Outcome<ChoiceSettings> checked(ChoiceList list) {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line)) return Outcome.refused(list.word("name"));
        if (line.length() > LONGEST) return Outcome.refused(list.word("long"), LONGEST, line.length());
        if (!list.isTree()) return Outcome.done(new ChoiceSettings(line, null, "", false, valid));
        if (line.contains(KeptChoice.BELOW.strip()) || line.contains("::"))
            return Outcome.refused(list.word("signs"), KeptChoice.BELOW.strip());
        var lines = CleanText.lines(note).strip();
        if (lines.length() > LONGEST_NOTE) return Outcome.refused(list.word("note_long"), LONGEST_NOTE, lines.length());
        return Outcome.done(new ChoiceSettings(line, parent, lines, customers, valid));
    }
}
