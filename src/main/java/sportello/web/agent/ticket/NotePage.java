package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;

/**
 * The form in which an agent writes a note.
 *
 * @param agents for whom it can be meant
 */
public record NotePage(
        TicketFile ticket,
        Typed typed,
        List<Agent> agents,
        @Nullable Refusal refusal) {

    public NotePage {
        agents = List.copyOf(agents);
    }
}
