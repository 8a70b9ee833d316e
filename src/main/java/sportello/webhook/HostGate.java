package sportello.webhook;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets one message at once go to each host, and few altogether: the threads that run jobs are few, others wait for them
 * too, and a host that answers slowly holds no more of them than this.
 */
@Component
class HostGate {
    static final int ALTOGETHER = 2;

    private final Set<String> busy = new HashSet<>();

    /** Whether there is a place; whoever gets one has to leave it. */
    synchronized boolean enter(String host) {
        return busy.size() < ALTOGETHER && busy.add(host);
    }

    synchronized void leave(String host) {
        busy.remove(host);
    }
}
