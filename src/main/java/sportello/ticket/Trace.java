package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a use case left behind in the history.
 *
 * @param line the line that tells it, null where nothing had to change
 * @param mailed what an agent mailed and can recall for a while, null where nothing was mailed
 */
public record Trace(@Nullable HistoryId line, @Nullable ArticleId mailed) {
    static final Trace NONE = new Trace(null);

    Trace(@Nullable HistoryId line) {
        this(line, null);
    }
}
