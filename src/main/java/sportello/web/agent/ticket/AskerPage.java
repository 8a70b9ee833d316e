package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.ticket.TicketFile;

/**
 * The search for whoever asked.
 *
 * @param q what was searched for
 */
public record AskerPage(
        TicketFile ticket,
        String q,
        List<Contact> found,
        @Nullable Refusal refusal) {

    public AskerPage {
        found = List.copyOf(found);
    }
}
