package sportello.agent;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an agent is not at work.
 *
 * @param agent how the agent is called
 * @param first the first day, in the agent's time zone
 * @param last the last day, included
 * @param substitute who stands in, if anybody does
 * @param note what colleagues should know
 */
public record Absence(
        String agent,
        LocalDate first,
        LocalDate last,
        @Nullable Substitute substitute,
        String note) {

    /** The longest note. */
    public static final int LONGEST_NOTE = 200;

    /** Whoever stands in for somebody. */
    public record Substitute(AgentId id, String name) {}

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
