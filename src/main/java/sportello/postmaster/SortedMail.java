package sportello.postmaster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.ArrivalId;
import sportello.ticket.ArticleId;
import sportello.ticket.TicketNumber;

/**
 * A mail that was sorted.
 *
 * @param mailbox the name of the one that brought it
 * @param sender as it is shown; empty where the mail has none
 * @param verdict what became of it; the message bundles hold its words under {@code verdict.}
 * @param ticket to which it went, null if it went to none
 * @param article that it became, null if it became none
 * @param open whether the ticket exists for whoever reads this
 * @param log what each step found
 */
public record SortedMail(
        ArrivalId arrival,
        Instant at,
        String mailbox,
        String sender,
        String subject,
        String verdict,
        @Nullable TicketNumber ticket,
        @Nullable ArticleId article,
        boolean open,
        List<Found> log) {

    public SortedMail {
        log = List.copyOf(log);
    }
}
