package sportello.queue;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Lets agents say which queues they follow ("le mie code"). */
@Component
public class Subscribing {
    private final Queues queues;
    private final SubscriptionSql sql;

    Subscribing(Queues queues, SubscriptionSql sql) {
        this.queues = queues;
        this.sql = sql;
    }

    /** From now on the viewer follows these queues and no others; only what the viewer may see can be followed. */
    @Transactional
    public Outcome<Integer> subscribe(Collection<QueueId> wanted, AgentViewer viewer) {
        var seen = queues.where(viewer, Permission.RO).stream().map(Queue::id).toList();
        var chosen = Set.copyOf(wanted);
        if (!seen.containsAll(chosen)) return Outcome.refused("queues.unseen");
        sql.replace(viewer.id(), chosen);
        return Outcome.done(chosen.size());
    }
}
