package sportello.web.admin;

import java.util.EnumMap;
import java.util.Map;
import sportello.base.Language;
import sportello.notification.KeptLetter;
import sportello.notification.Wording;

/**
 * A letter as somebody typed it.
 *
 * @param seen the version of the letter that is corrected
 * @param number of the ticket with which to try it
 */
public record LetterForm(int seen, Map<Language, Wording> texts, String number) {

    public LetterForm {
        texts = Map.copyOf(texts);
    }

    static LetterForm of(KeptLetter kept) {
        return new LetterForm(kept.version(), kept.texts(), "");
    }

    static LetterForm read(Sent sent, KeptLetter kept) {
        var texts = new EnumMap<Language, Wording>(Language.class);
        for (var language : kept.shipped().keySet())
            texts.put(
                    language,
                    new Wording(sent.text("subject." + language.code()), sent.text("body." + language.code())));
        return new LetterForm(sent.number("version"), texts, sent.text("number"));
    }
}
