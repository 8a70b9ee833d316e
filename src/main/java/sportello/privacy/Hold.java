package sportello.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.ticket.TicketNumber;

/**
 * A legal hold ("Blocco legale"): what is under it is not erased.
 *
 * @param ticket under the hold; null where a whole organisation is
 * @param customer the name of that organisation, empty where a ticket is
 * @param by who placed it
 */
public record Hold(long id, @Nullable TicketNumber ticket, String customer, String reason, String by, Instant since) {

    /** What is under it, as people call it. */
    public String what() {
        return ticket == null ? customer : ticket.value();
    }
}
