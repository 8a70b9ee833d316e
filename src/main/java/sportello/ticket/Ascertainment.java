package sportello.ticket;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a closing without success.
 *
 * @param correctiveAction what shall prevent it next time; empty if nothing was decided
 * @param dueOn until when that shall be done
 * @param by who found it out
 */
public record Ascertainment(
        String cause,
        String text,
        String correctiveAction,
        @Nullable LocalDate dueOn,
        String by,
        Instant at) {}
