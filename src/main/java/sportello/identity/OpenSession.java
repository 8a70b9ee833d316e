package sportello.identity;

import java.time.Instant;

/**
 * A browser through which somebody has entered, as administrators see it.
 *
 * @param account whose it is
 * @param agent whether that is somebody who works here
 * @param own whether it is the one through which the administrator looks
 */
public record OpenSession(
        long id,
        long account,
        String name,
        boolean agent,
        Instant since,
        Instant seenAt,
        String address,
        String browser,
        boolean own) {}
