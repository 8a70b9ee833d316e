package sportello.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.ticket.ArticleId;
import sportello.ticket.HistoryId;

/**
 * One person whom a rule addressed, and what became of it.
 *
 * @param line the history line that it was about
 * @param article the text that it was about, if there was one
 * @param ownRule the name of the house's own rule by which it was, null for one of the procedure's
 * @param name the person's name at that time
 * @param insteadOf the absent one for whom the person was told; null for whomever the rule itself addressed
 */
public record LedgerLine(
        HistoryId line,
        @Nullable ArticleId article,
        Occasion occasion,
        Audience audience,
        @Nullable String ownRule,
        String name,
        String address,
        @Nullable String insteadOf,
        Instant at,
        Fate fate) {

    LedgerLine with(Fate other) {
        return new LedgerLine(line, article, occasion, audience, ownRule, name, address, insteadOf, at, other);
    }
}
