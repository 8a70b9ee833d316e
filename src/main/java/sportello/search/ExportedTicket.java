package sportello.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.ticket.Priority;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;

/** One line of an export. */
public record ExportedTicket(
        TicketNumber number,
        String title,
        String queue,
        State state,
        Priority priority,
        @Nullable String owner,
        @Nullable String responsible,
        @Nullable String customer,
        @Nullable String customerUser,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant closedAt) {}
