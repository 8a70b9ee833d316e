package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Keeps an eye on a ticket ("Osserva"): who watches hears of it what its people hear. Whoever sees a ticket may. */
@Component
public class Watching {
    private final Workbench workbench;
    private final WatchSql sql;
    private final Chronicle chronicle;
    private final Clock clock;

    Watching(Workbench workbench, WatchSql sql, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.sql = sql;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Watching what one watches changes nothing. */
    @Transactional
    public Outcome<Trace> watch(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.WATCH, by, 0, ticket -> {
            if (!sql.insert(ticket.id(), by.id(), clock.instant())) return Outcome.done(Trace.NONE);
            return Outcome.done(new Trace(chronicle.record(new TicketEvent.Watched(ticket.id(), by.actor()))));
        });
    }

    /** Leaving what one does not watch changes nothing. */
    @Transactional
    public Outcome<Trace> leave(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.WATCH, by, 0, ticket -> {
            if (!sql.delete(ticket.id(), by.id())) return Outcome.done(Trace.NONE);
            return Outcome.done(new Trace(chronicle.record(new TicketEvent.Unwatched(ticket.id(), by.actor()))));
        });
    }
}
