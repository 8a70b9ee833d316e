package sportello.web.agent.ticket;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.customer.CustomerUserId;
import sportello.ticket.TicketFile;

/**
 * The search for whoever asked.
 *
 * @param q what was searched for
 * @param closed those of them who would not see the ticket where it is
 */
public record AskerPage(
        TicketFile ticket,
        String q,
        List<Contact> found,
        Set<CustomerUserId> closed,
        @Nullable Refusal refusal) {

    public AskerPage {
        found = List.copyOf(found);
        closed = Set.copyOf(closed);
    }
}
