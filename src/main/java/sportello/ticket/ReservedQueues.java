package sportello.ticket;

import java.util.Collection;
import java.util.Set;
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

    /** In which of the queues the person would not see what the person asks for the customer; of nobody, all reserved ones. */
    public Set<QueueId> hidden(
            Collection<QueueId> queues, @Nullable CustomerUserId person, @Nullable CustomerId customer) {
        return queues.isEmpty() ? Set.of() : sql.closed(queues, person, customer, false);
    }

    /** Of the people, those who would not see there what they ask for their own customers. */
    public Set<CustomerUserId> closedTo(Collection<CustomerUserId> people, QueueId queue) {
        return people.isEmpty() ? Set.of() : sql.closedTo(people, queue);
    }

    /** Which of the tickets the person does not see. */
    public Set<TicketNumber> unseen(Collection<TicketNumber> tickets, CustomerUserId person) {
        return tickets.isEmpty() ? Set.of() : sql.unseen(tickets, person);
    }

    /** Whether the person may open there what the person asks for the customer. */
    public boolean isOpen(QueueId queue, @Nullable CustomerUserId person, @Nullable CustomerId customer) {
        return sql.closed(Set.of(queue), person, customer, true).isEmpty();
    }

    /** Whether the person, for whom the ticket exists, may answer in it. */
    boolean takesWords(Ticket ticket, CustomerViewer by) {
        return sql.takesWords(ticket.id(), Sight.ofWriting(by));
    }
}
