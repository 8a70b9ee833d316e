package sportello.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketNumber;

/** What an agent was told, and has read or not; about tickets that the agent still sees. */
@Component
public class Inbox {
    private final InboxSql sql;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Inbox(InboxSql sql, ApplicationEventPublisher publisher, Clock clock) {
        this.sql = sql;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** How many are unread; nobody counts beyond a hundred. */
    public int unread(AgentViewer viewer) {
        return sql.unread(viewer);
    }

    /** The last fifty, newest first. */
    public List<InboxLine> latest(AgentViewer viewer) {
        return sql.latest(viewer);
    }

    @Transactional
    public void read(NotificationId id, AgentViewer viewer) {
        read(viewer, now -> sql.read(id, viewer.id(), now));
    }

    /** Whoever opens a ticket has read what was told about it. */
    @Transactional
    public void readAbout(TicketNumber ticket, AgentViewer viewer) {
        read(viewer, now -> sql.readAbout(ticket, viewer.id(), now));
    }

    @Transactional
    public void readAll(AgentViewer viewer) {
        read(viewer, now -> sql.readAll(viewer.id(), now));
    }

    private void read(AgentViewer viewer, ToIntFunction<Instant> reading) {
        if (reading.applyAsInt(clock.instant()) > 0) publisher.publishEvent(new BellRang(Set.of(viewer.id())));
    }
}
