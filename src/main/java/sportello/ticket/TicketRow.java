package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;

/**
 * One ticket in a list.
 *
 * @param customer the name of the organisation
 * @param owner who has it, or had it last; has it locked if {@code lockedAt} is there
 */
public record TicketRow(
        TicketId id,
        TicketNumber number,
        String title,
        Status state,
        Priority priority,
        @Nullable String type,
        @Nullable String service,
        String queue,
        @Nullable String customer,
        @Nullable String customerCode,
        @Nullable AgentId ownerId,
        @Nullable String owner,
        @Nullable String responsible,
        @Nullable Instant lockedAt,
        @Nullable Instant pendingUntil,
        Instant createdAt,
        Instant changedAt) {

    public boolean isLocked() {
        return lockedAt != null;
    }

    /** The queue's name without its ancestors. */
    public String shortQueue() {
        return queue.substring(queue.lastIndexOf(':') + 1);
    }
}
