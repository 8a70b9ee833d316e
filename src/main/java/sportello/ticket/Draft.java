package sportello.ticket;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.Map;

/**
 * What an agent has begun to write.
 *
 * @param article the number of the article that it is about, or the customer user from whose page a ticket is opened; 0
 *     for none
 * @param id of one that is listed, 0 otherwise
 * @param holder the name of the colleague who has it; empty for one's own
 * @param shared whether colleagues may go on with it
 * @param content the fields of its form as they were typed
 */
public record Draft(
        long id,
        String holder,
        boolean shared,
        DraftKind kind,
        int article,
        Map<String, String> content,
        Instant savedAt) {

    public Draft {
        // The database keeps no such sign in JSON, and nobody typed it.
        content = content.entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, field -> field.getValue().replace("\0", "")));
    }

    /** One's own. */
    public Draft(DraftKind kind, int article, Map<String, String> content, Instant savedAt) {
        this(0, "", false, kind, article, content, savedAt);
    }
}
