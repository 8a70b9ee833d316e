package sportello.web.agent.ticket;

import java.util.List;
import sportello.queue.Queue;
import sportello.ticket.TicketFile;

/** The queues into which a ticket can be moved. */
public record MovePage(TicketFile ticket, List<Queue> targets) {

    public MovePage {
        targets = List.copyOf(targets);
    }
}
