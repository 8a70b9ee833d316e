package sportello.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox is.
 *
 * @param host its server
 * @param valid whether it is in use
 * @param lastFetchAt when it was last read to its end without trouble
 * @param failingSince since when it has not worked, null while it does
 * @param lastError what went wrong last, empty while it works
 * @param backlog how many mails lay there still to be fetched
 * @param waiting how many mails are here and wait to be sorted
 * @param quarantined how many mails are put aside for a person
 * @param alarmedAt when somebody was told that it stands still, null while it does not
 * @param tokenUntil when the token of the day ends, null where none is needed
 */
public record Health(
        MailboxId mailbox,
        String name,
        String host,
        boolean valid,
        @Nullable Instant lastFetchAt,
        @Nullable Instant lastMailAt,
        @Nullable Instant failingSince,
        String lastError,
        int backlog,
        int waiting,
        int quarantined,
        @Nullable Instant alarmedAt,
        @Nullable Instant tokenUntil) {

    /** Whether we fetch from it; what is brought to us lies on no server. */
    public boolean isFetched() {
        return !host.isEmpty();
    }
}
