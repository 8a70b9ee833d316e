package sportello.ticket;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Viewer.AgentViewer;

/**
 * Who is on which ticket's page. A page says again and again that it is still open; of whom nothing is heard for a while,
 * that one has left.
 */
@Component
public class Presences {
    static final Duration LIFE = Duration.ofSeconds(40);

    private final PresenceSql sql;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Presences(PresenceSql sql, ApplicationEventPublisher publisher, Clock clock) {
        this.sql = sql;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @throws TicketNotFound if it does not exist for the viewer */
    @Transactional
    public void note(TicketNumber number, Presence presence, AgentViewer viewer) {
        var now = clock.instant();
        var noted =
                sql.note(number, presence, viewer, now, now.plus(LIFE)).orElseThrow(() -> new TicketNotFound(number));
        if (!noted.changed()) return;
        sql.forget(now);
        publisher.publishEvent(new PresenceChanged(noted.ticket()));
    }

    /** Leaving where one was not changes nothing. */
    @Transactional
    public void leave(TicketNumber number, AgentViewer viewer) {
        sql.delete(number, viewer.id()).ifPresent(ticket -> publisher.publishEvent(new PresenceChanged(ticket)));
    }

    /**
     * Everybody else who is there now, by name.
     *
     * @throws TicketNotFound if it does not exist for the viewer
     */
    public List<Present> others(TicketNumber number, AgentViewer viewer) {
        return sql.others(number, viewer, clock.instant()).orElseThrow(() -> new TicketNotFound(number));
    }
}
