package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.Queue;
import sportello.ticket.TicketFile;
import sportello.web.Away;

/**
 * The form in which an article becomes a ticket of its own.
 *
 * @param article its number
 * @param title of the new ticket
 * @param chosen the queue in the form, 0 for none
 * @param queues where the viewer may open tickets
 * @param away to whom their tickets go by default and who is out of office
 */
public record SplitPage(
        TicketFile ticket,
        int article,
        String title,
        long chosen,
        List<Queue> queues,
        Away away,
        @Nullable Refusal refusal) {

    public SplitPage {
        queues = List.copyOf(queues);
    }
}
