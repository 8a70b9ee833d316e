package sportello.web.agent.ticket;

import java.util.List;
import java.util.Set;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.ticket.TicketFile;
import sportello.web.Away;

/**
 * The queues into which a ticket can be moved.
 *
 * @param hidden those in which the ticket does not exist for whoever asked for it
 * @param away to whom their tickets go by default and who is out of office
 */
public record MovePage(TicketFile ticket, List<Queue> targets, Set<QueueId> hidden, Away away) {

    public MovePage {
        targets = List.copyOf(targets);
        hidden = Set.copyOf(hidden);
    }

    public boolean isHidden(Queue queue) {
        return hidden.contains(queue.id());
    }
}
