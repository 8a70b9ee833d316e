package sportello.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Language;
import sportello.base.Outcome;

/**
 * What administrators have to say to those at the desk.
 *
 * @param language of those who are to read it, null for all
 * @param until the first moment at which it is gone, null if it stays
 * @param valid whether it is shown at all
 */
public record NewsDetails(
        String title,
        String text,
        @Nullable Language language,
        Instant since,
        @Nullable Instant until,
        boolean valid) {
    /** Of a title, in characters. */
    public static final int LONGEST_TITLE = 120;

    /** Of a text, in characters. */
    public static final int LONGEST_TEXT = 4000;

    /** The same as it will be kept: the title on one line. */
    Outcome<NewsDetails> checked() {
        var line = CleanText.line(title);
        var lines = CleanText.lines(text);
        if (CleanText.isBlank(line)) return Outcome.refused("news.title");
        if (CleanText.isBlank(lines)) return Outcome.refused("news.text");
        if (line.length() > LONGEST_TITLE) return Outcome.refused("news.long_title", LONGEST_TITLE, line.length());
        if (lines.length() > LONGEST_TEXT) return Outcome.refused("news.long_text", LONGEST_TEXT, lines.length());
        return until != null && !until.isAfter(since)
                ? Outcome.refused("news.until")
                : Outcome.done(new NewsDetails(line, lines, language, since, until, valid));
    }
}
