package sportello.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets a few letters at once go to each mail server, by however many accounts. The threads that run jobs are few, and others
 * wait for them too: a server that answers slowly, or never, holds no more of them than these, and all servers together leave
 * some.
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
    private final Map<Host, Door> doors = new ConcurrentHashMap<>();

    /** Where a server listens. */
    private record Host(String name, int port) {
        static Host of(Account account) {
            var server = account.server();
            return new Host(server.host().toLowerCase(Locale.ROOT), server.port());
        }
    }

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

    private Door door(Account account) {
        return doors.computeIfAbsent(Host.of(account), fresh -> new Door());
    }

    /** Whether there is a place; whoever gets one has to leave it. */
    boolean enter(Account account) {
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
    Duration pause(Account account) {
        return door(account).brisk ? SOON : LATER;
    }

    /** How the talk went tells what those who wait have to expect. */
    void heard(Account account, Reply reply) {
        door(account).brisk = switch (reply) {
            case Reply.Accepted _, Reply.Refused _ -> true;
            case Reply.Away _, Reply.Deferred _, Reply.Unheard _, Reply.ShutOut _ -> false;
        };
    }

    /** There is another server: it may be a brisk one. */
    void hope() {
        doors.values().forEach(door -> door.brisk = true);
    }

    void leave(Account account) {
        places.release();
        door(account).places.release();
    }
}
