package sportello.stats;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import sportello.ticket.TicketNumber;

/**
 * A ticket that was closed without success.
 *
 * @param cause why, as the responsible found out; null while nobody has
 * @param action by which it is not to happen again, empty if none was named
 * @param dueOn until when
 */
public record Failure(
        TicketNumber number,
        String title,
        String queue,
        @Nullable String responsible,
        Instant closedAt,
        @Nullable String cause,
        String action,
        @Nullable LocalDate dueOn) {}
