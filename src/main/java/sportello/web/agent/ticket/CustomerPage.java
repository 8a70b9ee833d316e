package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.FoundUser;
import sportello.ticket.TicketFile;

/**
 * The search for whoever asked.
 *
 * @param q what was searched for
 */
public record CustomerPage(
        TicketFile ticket,
        String q,
        List<FoundUser> found,
        @Nullable Refusal refusal) {

    public CustomerPage {
        found = List.copyOf(found);
    }
}
