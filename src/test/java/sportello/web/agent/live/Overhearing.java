package sportello.web.agent.live;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import sportello.agent.GroupId;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketId;

/** What an open page would hear. */
public final class Overhearing {
    private final Live live = new Live(Clock.systemUTC());

    public Overhearing() {
        live.start();
    }

    /** Those of the groups of whose tickets an open page of the viewer is told. */
    public Set<GroupId> groups(AgentViewer viewer, Collection<GroupId> groups) {
        return groups.stream().filter(group -> isTold(viewer, group)).collect(toSet());
    }

    private boolean isTold(AgentViewer viewer, GroupId group) {
        var watch = live.watch(viewer, null);
        try {
            live.hear(new Signal.TicketChanged(group, new TicketId(1)));
            return !watch.await(Duration.ZERO).isEmpty();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        } finally {
            live.leave(watch);
        }
    }
}
