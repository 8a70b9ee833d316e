package sportello.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.ticket.TicketNumber;

/**
 * One thing that an agent was told.
 *
 * @param actor who did it; null for the house itself
 * @param insteadOf the absent colleague whom it was meant for; null where it was meant for the agent
 */
public record InboxLine(
        NotificationId id,
        TicketNumber ticket,
        String title,
        Occasion occasion,
        @Nullable String actor,
        @Nullable String insteadOf,
        Instant at,
        boolean read) {}
