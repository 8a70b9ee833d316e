package sportello.mail;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** While there is no mail server letters wait together: not each of them has to find out by itself that there is none. */
@Component
class Lull {
    private static final Duration UNTIL_SOMEBODY_LOOKS_AGAIN = Duration.ofMinutes(10);

    private volatile Instant end = Instant.MIN;

    /** There was no server; answers when to look again. */
    Instant begin(Instant now) {
        end = now.plus(UNTIL_SOMEBODY_LOOKS_AGAIN);
        return end;
    }

    /** Whether nobody looks again before. */
    boolean lasts(Instant now) {
        return now.isBefore(end);
    }

    /** When somebody looks again. */
    Instant end() {
        return end;
    }
}
