package sportello.ticket;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * Takes a closed ticket out of the lists ("Archivia"), and back. It keeps its place and its state, and is in the lists
 * again as soon as it is opened again. As long as somebody owes its cause it stays in sight (S71).
 */
@Component
public class Archiving {
    private final Workbench workbench;
    private final Chronicle chronicle;
    private final Clock clock;

    Archiving(Workbench workbench, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Archiving what is archived changes nothing. */
    @Transactional
    public Outcome<Trace> archive(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.ARCHIVE, by, 0, ticket -> {
            if (ticket.isArchived()) return Outcome.done(Trace.NONE);
            if (ticket.owesCause()) return Outcome.refused("archive.owed");
            ticket.archive(clock.instant());
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(chronicle.record(new TicketEvent.Archived(ticket.id(), by.actor()))));
        });
    }

    /** Taking out what is not in the archive changes nothing. */
    @Transactional
    public Outcome<Trace> unarchive(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.ARCHIVE, by, 0, ticket -> {
            if (!ticket.isArchived()) return Outcome.done(Trace.NONE);
            ticket.unarchive();
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(chronicle.record(new TicketEvent.Unarchived(ticket.id(), by.actor()))));
        });
    }
}
