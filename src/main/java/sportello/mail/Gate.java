package sportello.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets a few letters at once go to the mail server. The threads that run jobs are few, and others wait for them too: a
 * server that answers slowly, or never, holds no more of them than these.
 */
@Component
class Gate {
    static final int AT_ONCE = 4;

    /** Behind a brisk server a place is free in a moment; behind a slow one nobody waits. */
    private static final Duration MOMENT = Duration.ofMillis(250);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean brisk = true;

    /** Whether there is a place; whoever gets one has to leave it. */
    boolean enter() {
        try {
            if (!brisk) return places.tryAcquire();
            brisk = places.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return brisk;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** When to ask again. */
    Duration pause() {
        return brisk ? SOON : LATER;
    }

    /** How the talk went tells what those who wait have to expect. */
    void heard(Reply reply) {
        brisk = switch (reply) {
            case Reply.Accepted _, Reply.Refused _ -> true;
            case Reply.Deferred _, Reply.ShutOut _ -> false;
        };
    }

    /** There is another server: it may be a brisk one. */
    void hope() {
        brisk = true;
    }

    void leave() {
        places.release();
    }
}
