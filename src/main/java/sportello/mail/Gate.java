package sportello.mail;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets a few letters at once go to each mail server. The threads that run jobs are few, and others wait for them too: a
 * server that answers slowly, or never, holds no more of them than these, and all servers together leave some.
 */
@Component
class Gate {
    /** More than two talks at once are a storm to a server that is slow or greylists, and large providers allow three. */
    static final int AT_ONCE = 2;

    static final int ALTOGETHER = 6;

    /** Behind a brisk server a place is free in a moment; behind a slow one nobody waits. */
    private static final Duration MOMENT = Duration.ofMillis(250);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Semaphore places = new Semaphore(ALTOGETHER);
    private final Map<AccountId, Door> doors = new ConcurrentHashMap<>();

    /** Before one server. */
    private static final class Door {
        private final Semaphore places = new Semaphore(AT_ONCE);
        private volatile boolean brisk = true;

        boolean enter() throws InterruptedException {
            if (!brisk) return places.tryAcquire();
            brisk = places.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            return brisk;
        }
    }

    private Door door(AccountId account) {
        return doors.computeIfAbsent(account, fresh -> new Door());
    }

    /** Whether there is a place; whoever gets one has to leave it. */
    boolean enter(AccountId account) {
        var door = door(account);
        try {
            if (!door.enter()) return false;
            if (places.tryAcquire()) return true;
            door.places.release();
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** When to ask again. */
    Duration pause(AccountId account) {
        return door(account).brisk ? SOON : LATER;
    }

    /** How the talk went tells what those who wait have to expect. */
    void heard(AccountId account, Reply reply) {
        door(account).brisk = switch (reply) {
            case Reply.Accepted _, Reply.Refused _ -> true;
            case Reply.Away _, Reply.Deferred _, Reply.Unheard _, Reply.ShutOut _ -> false;
        };
    }

    /** There is another server: it may be a brisk one. */
    void hope() {
        doors.values().forEach(door -> door.brisk = true);
    }

    void leave(AccountId account) {
        places.release();
        door(account).places.release();
    }
}
