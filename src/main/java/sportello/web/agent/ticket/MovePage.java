package sportello.web.agent.ticket;

import java.util.List;
import sportello.queue.Queue;
import sportello.ticket.TicketFile;
import sportello.web.Away;

/**
 * The queues into which a ticket can be moved.
 *
 * @param away to whom their tickets go by default and who is out of office
 */
public record MovePage(TicketFile ticket, List<Queue> targets, Away away) {

    public MovePage {
        targets = List.copyOf(targets);
    }
}
