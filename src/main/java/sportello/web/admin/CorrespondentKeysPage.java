package sportello.web.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.mailkey.KeptCorrespondentKey;

/**
 * The public keys of those to whom we write.
 *
 * @param q whose key is looked for, empty for all
 * @param more whether there are others that do not stand here
 */
public record CorrespondentKeysPage(
        String q,
        List<KeptCorrespondentKey> keys,
        boolean more,
        Instant now,
        @Nullable Refusal refusal) {
    static final int MOST = 100;

    public CorrespondentKeysPage {
        keys = List.copyOf(keys);
    }

    /** @param found at most one more than stand on a page */
    static CorrespondentKeysPage of(
            String q, List<KeptCorrespondentKey> found, Instant now, @Nullable Refusal refusal) {
        var more = found.size() > MOST;
        return new CorrespondentKeysPage(q, more ? found.subList(0, MOST) : found, more, now, refusal);
    }

    /** For the messages. */
    public String state(KeptCorrespondentKey key) {
        if (!key.valid()) return "invalid";
        return key.isOver(now) ? "over" : "valid";
    }
}
