package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.queue.QueueId;

/**
 * A request as an agent writes it down for a customer.
 *
 * @param owner null for whoever the queue gives it to; so is {@code responsible}
 */
public record DeskRequest(
        Asking asking,
        QueueId queue,
        @Nullable AgentId owner,
        @Nullable AgentId responsible,
        Beginning beginning,
        Priority priority,
        Title title,
        Message text,
        Uploads uploads) {}
