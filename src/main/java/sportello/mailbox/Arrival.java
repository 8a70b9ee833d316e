package sportello.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/**
 * A mail whose bytes are kept, and what became of it so far.
 *
 * @param trusted whether its mailbox is, as it stands today
 * @param gateways the servers whose word on senders counts for its mailbox, as it stands today
 * @param defaultQueue that of its mailbox, as it stands today
 * @param recipients those of our addresses that whoever brought it named beside it; none of a mail that was fetched
 * @param tries how often somebody began to sort it
 * @param reason why it is in quarantine or was discarded: a short word; empty otherwise
 * @param detail more of it, for a person to read
 */
public record Arrival(
        ArrivalId id,
        MailboxId mailbox,
        boolean trusted,
        List<String> gateways,
        @Nullable Long defaultQueue,
        List<String> recipients,
        Hash hash,
        long size,
        Instant arrivedAt,
        State state,
        int tries,
        String reason,
        String detail) {

    public Arrival {
        gateways = List.copyOf(gateways);
        recipients = List.copyOf(recipients);
    }

    /** Where an arrival stands. */
    public enum State {
        WAITING,
        SORTED,
        QUARANTINED,
        DISCARDED
    }

    /** The reasons of mails of which only the head was kept. */
    public static final String TOO_LARGE = "too_large";

    /** The server does not hand it over. */
    public static final String UNFETCHABLE = "unfetchable";

    /** Whether it may come whole today: what is too large is too large until a new program takes more. */
    public boolean isWorthFetching() {
        return reason.equals(UNFETCHABLE);
    }

    /** Whether its bytes are all there. */
    public boolean isWhole() {
        return !reason.equals(TOO_LARGE) && !reason.equals(UNFETCHABLE);
    }
}
