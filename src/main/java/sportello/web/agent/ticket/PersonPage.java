package sportello.web.agent.ticket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Absence;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;

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
        Map<AgentId, Absence> away,
        long chosen,
        @Nullable Refusal refusal) {

    public PersonPage {
        able = List.copyOf(able);
        away = Map.copyOf(away);
    }

    public @Nullable Absence absenceOf(Agent agent) {
        return away.get(agent.id());
    }
}
