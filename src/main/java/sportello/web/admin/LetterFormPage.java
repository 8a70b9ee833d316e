package sportello.web.admin;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.notification.KeptLetter;
import sportello.notification.Wording;
import sportello.reply.Placeholders;

/**
 * @param known what can stand in it
 * @param previews how it reads with a ticket, none if nobody asked
 * @param sentTo where it was mailed as a trial, empty if it was not
 */
public record LetterFormPage(
        KeptLetter kept,
        SortedSet<String> known,
        LetterForm form,
        Map<Language, Wording> previews,
        String sentTo,
        @Nullable Refusal refusal) {

    public String address() {
        return Area.LETTERS.address() + "/" + kept.name();
    }

    public List<Language> languages() {
        return kept.shipped().keySet().stream().sorted().toList();
    }

    /** What can stand in it, as it is written there. */
    public List<String> places() {
        return Placeholders.written(known);
    }
}
