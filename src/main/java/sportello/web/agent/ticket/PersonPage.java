package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;
import sportello.web.Away;

/**
 * The choice of a person for a ticket.
 *
 * @param role owner or responsible, as in addresses and message keys
 * @param able who can be chosen
 * @param away who of them is out of office today
 * @param chosen the one in the form, 0 for none
 */
public record PersonPage(
        TicketFile ticket,
        String role,
        List<Agent> able,
        Away away,
        long chosen,
        @Nullable Refusal refusal) {

    public PersonPage {
        able = List.copyOf(able);
    }
}
