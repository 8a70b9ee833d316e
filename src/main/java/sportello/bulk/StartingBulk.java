package sportello.bulk;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.jobs.Jobs;
import sportello.ticket.TicketNumber;

/** Notes down what is to be done to many tickets; the job begins when the transaction has committed. */
@Component
public class StartingBulk {
    /** In tickets, at once. */
    public static final int MOST = 500;

    private final BulkSql sql;
    private final Jobs jobs;
    private final Clock clock;

    StartingBulk(BulkSql sql, Jobs jobs, Clock clock) {
        this.sql = sql;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Whether the agent may do it is asked for each ticket, when its turn comes. */
    @Transactional
    public Outcome<BulkId> start(BulkAction action, List<TicketNumber> tickets, AgentViewer by) {
        var each = tickets.stream().distinct().toList();
        if (each.isEmpty()) return Outcome.refused("bulk.none");
        if (each.size() > MOST) return Outcome.refused("bulk.many", MOST, each.size());
        var id = sql.insert(action, null, each, by.id(), clock.instant());
        jobs.stage(BulkJob.of(id));
        return Outcome.done(id);
    }

    /** Takes back what the agent's bulk did, the last first; asking twice does it once. */
    @Transactional
    public Outcome<BulkId> undo(Bulk undone, AgentViewer by) {
        sql.lock(undone.id());
        var bulk = sql.find(undone.id(), by.id()).orElseThrow();
        var already = bulk.undoneBy();
        if (already != null) return Outcome.done(already);
        if (!bulk.isUndoable()) return Outcome.refused("bulk.final");
        var id =
                sql.insert(new BulkAction.Undo(bulk.id()), bulk.id(), sql.changed(bulk.id()), by.id(), clock.instant());
        jobs.stage(BulkJob.of(id));
        return Outcome.done(id);
    }
}
