package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.QueueId;

/**
 * How a ticket stood before something was done to it, so that it can stand like that again.
 *
 * @param remindedUntil the pending date whose coming was told
 */
public record AsItWas(
        QueueId queue,
        Status state,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        @Nullable Instant lockedAt,
        @Nullable Instant pendingUntil,
        @Nullable Instant remindedUntil,
        @Nullable Instant closedAt,
        @Nullable Instant ascertainedAt,
        @Nullable Instant archivedAt) {

    static AsItWas of(TicketSnapshot now) {
        return new AsItWas(
                now.queue(),
                now.state(),
                now.owner(),
                now.responsible(),
                now.lockedAt(),
                now.pendingUntil(),
                now.remindedUntil(),
                now.closedAt(),
                now.ascertainedAt(),
                now.archivedAt());
    }
}
