package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

/** A ticket that does not exist yet. */
record NewTicket(
        TicketNumber number,
        Title title,
        QueueId queue,
        Priority priority,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable CustomerId customer,
        @Nullable CustomerUserId customerUser) {}
