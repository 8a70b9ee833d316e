package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

/** A ticket's row, on its way between the table and the rules. */
record TicketSnapshot(
        TicketId id,
        TicketNumber number,
        String title,
        QueueId queue,
        State state,
        Priority priority,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable Instant lockedAt,
        @Nullable CustomerId customer,
        @Nullable CustomerUserId customerUser,
        @Nullable Instant pendingUntil,
        @Nullable Instant closedAt,
        int version) {}
