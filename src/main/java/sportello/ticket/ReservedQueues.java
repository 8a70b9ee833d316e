package sportello.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.CustomerViewer;
import sportello.queue.QueueId;

/** What customers' people may do in the queues of reserved groups; in all others they may do everything. */
@Component
public class ReservedQueues {
    private final ReservedQueueSql sql;

    ReservedQueues(ReservedQueueSql sql) {
        this.sql = sql;
    }

    /** Whether the person would see what the person asks there for the customer. */
    public boolean isSeen(QueueId queue, CustomerUserId person, @Nullable CustomerId customer) {
        return sql.isOpen(queue, person, customer, false);
    }

    /** Whether the person may open there what the person asks for the customer. */
    boolean isOpen(QueueId queue, CustomerUserId person, @Nullable CustomerId customer) {
        return sql.isOpen(queue, person, customer, true);
    }

    /** Whether the person, for whom the ticket exists, may answer in it. */
    boolean takesWords(Ticket ticket, CustomerViewer by) {
        return sql.takesWords(ticket.id(), Sight.ofWriting(by));
    }
}
