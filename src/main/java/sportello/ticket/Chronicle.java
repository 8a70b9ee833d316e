package sportello.ticket;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happened into the ticket's history and publishes it, both within the transaction of the change. */
@Component
class Chronicle {
    private final HistorySql sql;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Chronicle(HistorySql sql, ApplicationEventPublisher publisher, Clock clock) {
        this.sql = sql;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The caller holds the ticket's row, so that lines of one ticket follow each other. */
    HistoryId record(TicketEvent event) {
        var id = sql.append(event, clock.instant());
        publisher.publishEvent(new TicketHappened(id, event));
        return id;
    }

    /** The same for what only goes along with something else, which tells people of both. */
    void note(TicketEvent event) {
        sql.append(event, clock.instant());
    }
}
