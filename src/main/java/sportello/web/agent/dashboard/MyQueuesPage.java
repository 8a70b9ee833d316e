package sportello.web.agent.dashboard;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.QueueId;
import sportello.ticket.QueueCount;

/** The queues that an agent may see, and which of them are chosen. */
public record MyQueuesPage(
        List<QueueCount> queues,
        Set<QueueId> chosen,
        @Nullable Refusal refusal) {

    public MyQueuesPage {
        queues = List.copyOf(queues);
        chosen = Set.copyOf(chosen);
    }
}
