package sportello.relay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.mail.AccountId;

/**
 * How an account is.
 *
 * @param lastSentAt when it last took a letter, to the minute; null if never
 * @param failingSince since when it has not worked, null while it does
 * @param lastError what went wrong last, empty while it works
 */
public record AccountHealth(
        AccountId id,
        String name,
        String host,
        boolean standard,
        boolean valid,
        @Nullable Instant lastSentAt,
        @Nullable Instant failingSince,
        String lastError) {

    /** Whether somebody should look at it. */
    public boolean isAmiss() {
        return valid && failingSince != null;
    }
}
