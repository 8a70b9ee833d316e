package sportello.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/**
 * Lets no more letters leave in a minute than a busy desk writes. Something that writes without end, whatever it is, then
 * fills the outbox and not the mailboxes of others; nothing is lost, the rest leaves minute by minute.
 */
@Component
class Pace {
    static final int MOST = 300;

    /** They are few by nature, unless something raises them without end. */
    static final int MOST_ALARMS = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;

    /** When the letters of the last minute left, oldest first. */
    private final Deque<Instant> left = new ArrayDeque<>();

    private final Deque<Instant> alarms = new ArrayDeque<>();

    private boolean slowed;

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** What one letter may do. */
    sealed interface Turn {
        record Go() implements Turn {}

        /** @param isFirst whether nothing had to wait before, so that somebody is to be told */
        record Wait(Duration pause, boolean isFirst) implements Turn {}
    }

    synchronized Turn next() {
        var now = clock.instant();
        forget(left, now);
        if (left.size() < MOST) {
            if (left.isEmpty()) slowed = false;
            left.addLast(now);
            return new Turn.Go();
        }
        var isFirst = !slowed;
        slowed = true;
        return new Turn.Wait(Duration.between(now, left.getFirst().plus(MINUTE)), isFirst);
    }

    /** The same for a letter that is an alarm: it passes the flood that it may tell of, with a few others. */
    synchronized Turn nextAlarm() {
        var now = clock.instant();
        forget(alarms, now);
        if (alarms.size() >= MOST_ALARMS) return next();
        alarms.addLast(now);
        return new Turn.Go();
    }

    private static void forget(Deque<Instant> moments, Instant now) {
        while (!moments.isEmpty() && !moments.getFirst().isAfter(now.minus(MINUTE))) moments.removeFirst();
    }

    /** A letter had its turn and did not leave. */
    synchronized void giveBack() {
        left.pollLast();
    }

    /** An alarm had. */
    synchronized void giveBackAlarm() {
        alarms.pollLast();
    }
}
