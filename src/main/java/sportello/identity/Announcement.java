package sportello.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * Maintenance as administrators announce it.
 *
 * @param until the first moment at which it is over, null if nobody knows
 * @param closed whether meanwhile only administrators may enter
 */
public record Announcement(
        String italian,
        String english,
        Instant since,
        @Nullable Instant until,
        boolean closed) {
    /** Of a text, in characters. */
    public static final int LONGEST = 300;

    /** The same as it will be kept: each text on one line. */
    Outcome<Announcement> checked() {
        var first = CleanText.line(italian);
        var second = CleanText.line(english);
        if (CleanText.isBlank(first) || CleanText.isBlank(second)) return Outcome.refused("maintenance.text");
        if (first.length() > LONGEST || second.length() > LONGEST) return Outcome.refused("maintenance.long", LONGEST);
        return until != null && !until.isAfter(since)
                ? Outcome.refused("maintenance.until")
                : Outcome.done(new Announcement(first, second, since, until, closed));
    }
}
