package sportello.web.agent.live;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketId;

/** The pages that are open right now, and whom a piece of news concerns. Kept by each node for its own readers. */
@Component
class Live implements SmartLifecycle {
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Recent recent;
    private volatile boolean running;

    Live(Clock clock) {
        recent = new Recent(clock);
    }

    /** @param ticket the one that the page shows, which the viewer has found; null for pages that show many */
    Watch watch(AgentViewer viewer, @Nullable TicketId ticket) {
        var groups = Set.copyOf(viewer.grants().groupsFor(Permission.RO));
        var watch = new Watch(viewer.id(), groups, ticket);
        if (running) watches.add(watch);
        else watch.end();
        return watch;
    }

    /** Tells of what happened while the page was on its way; of a page that is older than what is known, at least that. */
    void catchUp(Watch watch, Instant asked) {
        if (!recent.reaches(asked)) watch.wake(Look.PAGE);
        recent.since(asked).forEach(signal -> watch.meaning(signal).ifPresent(watch::wake));
    }

    void leave(Watch watch) {
        watches.remove(watch);
    }

    void hear(Signal signal) {
        recent.add(signal);
        if (signal instanceof Signal.ReaderChanged(var reader))
            watches.stream().filter(watch -> watch.isOf(reader)).forEach(Watch::end);
        watches.forEach(watch -> watch.meaning(signal).ifPresent(watch::wake));
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
