package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What a use case left behind in the history.
 *
 * @param line the line that tells it, null where nothing had to change
 */
public record Trace(@Nullable HistoryId line) {
    static final Trace NONE = new Trace(null);
}
