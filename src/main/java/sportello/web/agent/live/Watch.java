package sportello.web.agent.live;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.ticket.TicketId;

/**
 * One open page that waits for news: of its ticket, or of all tickets of its reader's groups. News that come together are
 * one.
 */
final class Watch {
    private final AgentId reader;
    private final Set<GroupId> groups;
    private final @Nullable TicketId ticket;
    private final Set<Look> looks = EnumSet.noneOf(Look.class);
    private final Semaphore news = new Semaphore(0);
    private volatile boolean over;

    /** @param ticket the one that the page shows; null for pages that show many */
    Watch(AgentId reader, Set<GroupId> groups, @Nullable TicketId ticket) {
        this.reader = reader;
        this.groups = groups;
        this.ticket = ticket;
    }

    /** What the signal means for this page. */
    Optional<Look> meaning(Signal signal) {
        return switch (signal) {
            case Signal.TicketChanged(var group, var changed)
            when groups.contains(group) && (ticket == null || ticket.equals(changed)) -> Optional.of(Look.PAGE);
            case Signal.PresenceChanged(var changed) when changed.equals(ticket) -> Optional.of(Look.PRESENCE);
            case Signal.BellRang(var agent) when agent.equals(reader) -> Optional.of(Look.BELL);
            case Signal.TicketChanged _, Signal.PresenceChanged _, Signal.BellRang _, Signal.ReaderChanged _ ->
                Optional.empty();
        };
    }

    boolean isOf(AgentId agent) {
        return reader.equals(agent);
    }

    /** Whether it was begun with what the reader may see now. */
    boolean isOf(AgentId agent, Collection<GroupId> readable) {
        return isOf(agent) && groups.equals(Set.copyOf(readable));
    }

    void wake(Look look) {
        synchronized (looks) {
            looks.add(look);
        }
        news.release();
    }

    void end() {
        over = true;
        news.release();
    }

    boolean isOver() {
        return over;
    }

    /** Waits for news; nothing if there were none in that time. */
    Set<Look> await(Duration longest) throws InterruptedException {
        if (!news.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) return Set.of();
        news.drainPermits();
        synchronized (looks) {
            var heard = Set.copyOf(looks);
            looks.clear();
            return over ? Set.of() : heard;
        }
    }
}
