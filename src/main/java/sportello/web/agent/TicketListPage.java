package sportello.web.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;
import sportello.ticket.QueueCount;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketRow;

/**
 * A list of tickets, by queue and by state.
 *
 * @param queueName of the chosen queue, null for all
 * @param newer the previous page, null on the first
 * @param older the next page, null on the last
 */
public record TicketListPage(
        TicketFilter filter,
        @Nullable String queueName,
        List<Tab> stages,
        List<Tab> whose,
        List<QueueCount> queues,
        List<TicketRow> rows,
        @Nullable String newer,
        @Nullable String older) {

    public TicketListPage {
        stages = List.copyOf(stages);
        whose = List.copyOf(whose);
        queues = List.copyOf(queues);
        rows = List.copyOf(rows);
    }

    /** Where the same list stands for another queue, or for all. */
    public String of(@Nullable QueueId queue) {
        return Addresses.list(new TicketFilter(filter.whose(), filter.stage(), queue));
    }

    public int total() {
        return queues.stream().mapToInt(queue -> queue.of(filter.stage())).sum();
    }
}
