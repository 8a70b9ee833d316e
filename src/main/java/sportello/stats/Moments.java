package sportello.stats;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** A span of days on somebody's clock: from the first moment on, until before the second. */
record Moments(Instant since, Instant until, ZoneId zone) {

    Map<String, Object> parameters() {
        return Map.of("since", Timestamp.from(since), "until", Timestamp.from(until));
    }
}
