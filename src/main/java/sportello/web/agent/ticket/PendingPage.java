package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;

/** The form in which an agent puts a ticket aside. */
public record PendingPage(
        TicketFile ticket, PendingForm typed, @Nullable Refusal refusal) {

    public List<QuickDay> quickDays() {
        return List.of(QuickDay.values());
    }
}
