package sportello.ticket;

import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewers;

/** Shows administrators a ticket as an agent finds it, with the limits that are in force for that person. */
@Component
public class TryingLimits {
    private final TicketFiles tickets;
    private final Viewers viewers;

    TryingLimits(TicketFiles tickets, Viewers viewers) {
        this.tickets = tickets;
        this.viewers = viewers;
    }

    /** @param number as somebody typed it; of a ticket that the administrator can read too */
    public Outcome<TicketFile> look(String number, AgentId agent, AgentViewer by) {
        if (!by.administrator()) return Outcome.refused("limits.administer");
        var typed = TicketNumber.typed(number).orElse(null);
        if (typed == null || tickets.find(typed, by).isEmpty()) return Outcome.refused("limits.trial.ticket", number);
        return viewers.agent(agent)
                .flatMap(viewer -> tickets.find(typed, viewer))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("limits.trial.agent"));
    }
}
