package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.Choice;
import sportello.ticket.TicketFile;

/**
 * The choice of a ticket's type.
 *
 * @param chosen the id of the one in the form, 0 for none
 */
public record TypePage(
        TicketFile ticket,
        List<Choice> types,
        long chosen,
        @Nullable Refusal refusal) {

    public TypePage {
        types = List.copyOf(types);
    }
}
