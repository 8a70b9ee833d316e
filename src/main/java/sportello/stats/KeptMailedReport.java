package sportello.stats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailed report as it is kept.
 *
 * @param due when it is sent next, if it is valid
 * @param sent when it was sent last, null if never
 * @param version which correction of it this is
 */
public record KeptMailedReport(
        long id, MailedReport report, Instant due, @Nullable Instant sent, int version) {}
