package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.queue.QueueId;

/**
 * A ticket's row, on its way between the table and the rules.
 *
 * @param remindedUntil the pending date whose coming was told
 * @param ascertainedAt when the cause of a closing without success became known
 * @param archivedAt when it left the lists, null for what is in them
 */
record TicketSnapshot(
        TicketId id,
        TicketNumber number,
        String title,
        QueueId queue,
        Status state,
        Priority priority,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable Instant lockedAt,
        @Nullable CustomerId customer,
        @Nullable CustomerUserId customerUser,
        @Nullable Instant pendingUntil,
        @Nullable Instant remindedUntil,
        @Nullable Instant closedAt,
        @Nullable Instant ascertainedAt,
        @Nullable Instant archivedAt,
        @Nullable TicketId mergedInto,
        int version) {}
