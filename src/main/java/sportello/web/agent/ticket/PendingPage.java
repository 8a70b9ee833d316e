package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;

/**
 * The form in which an agent puts a ticket aside.
 *
 * @param offer what is prepared for its word
 * @param left when it was left as a draft, null for what is new
 */
public record PendingPage(
        TicketFile ticket,
        PendingForm typed,
        Offer offer,
        @Nullable Instant left,
        @Nullable Refusal refusal) {

    public List<QuickDay> quickDays() {
        return List.of(QuickDay.values());
    }
}
