package sportello.ticket;

import java.time.Instant;
import java.util.Map;

/**
 * What an agent has begun to write.
 *
 * @param article the number of the article that it is about, 0 for none
 * @param content the fields of its form as they were typed
 */
public record Draft(DraftKind kind, int article, Map<String, String> content, Instant savedAt) {

    public Draft {
        content = Map.copyOf(content);
    }
}
