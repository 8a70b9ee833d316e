package sportello.web.agent.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sportello.agent.GroupId;

/** The pages that are open right now, and whom a piece of news concerns. Kept by each node for its own readers. */
@Component
class Live implements SmartLifecycle {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Watch watch(List<GroupId> groups) {
        var watch = new Watch(Set.copyOf(groups));
        if (running) watches.add(watch);
        else watch.end();
        return watch;
    }

    void leave(Watch watch) {
        watches.remove(watch);
    }

    void happenedIn(GroupId group) {
        watches.stream().filter(watch -> watch.concerns(group)).forEach(Watch::wake);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for its last requests to end: these would not. */
    @Override
    public void stop() {
        running = false;
        watches.forEach(Watch::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
