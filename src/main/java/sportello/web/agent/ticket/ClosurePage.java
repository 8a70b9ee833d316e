package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.field.AskedField;
import sportello.ticket.TicketFile;

/**
 * The form in which a ticket is closed.
 *
 * @param fields of the ticket, for which it asks
 */
public record ClosurePage(
        TicketFile ticket,
        Typed typed,
        List<AskedField> fields,
        Offer offer,
        @Nullable Refusal refusal) {

    public ClosurePage {
        fields = List.copyOf(fields);
    }
}
