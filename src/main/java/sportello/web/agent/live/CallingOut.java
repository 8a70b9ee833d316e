package sportello.web.agent.live;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import sportello.notification.BellRang;
import sportello.queue.QueueId;
import sportello.ticket.DraftsChanged;
import sportello.ticket.PresenceChanged;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketHappened;
import sportello.ticket.TicketId;

/**
 * Calls out what happened, within the transaction of the change: who hears it finds it done. Tickets are called out
 * together at its end, each once, whatever happened to it.
 */
@Component
class CallingOut {
    private final LiveSql sql;

    CallingOut(LiveSql sql) {
        this.sql = sql;
    }

    @EventListener
    void on(TicketHappened happened) {
        var left = happened.event() instanceof TicketEvent.Moved moved ? moved.from() : null;
        changed(happened.event().ticket(), left);
    }

    @EventListener
    void on(DraftsChanged changed) {
        changed(changed.ticket(), null);
    }

    @EventListener
    void on(PresenceChanged changed) {
        sql.presenceChanged(changed.ticket());
    }

    @EventListener
    void on(BellRang rang) {
        sql.bellRang(rang.agents());
    }

    private void changed(TicketId ticket, @Nullable QueueId left) {
        var change = new LiveSql.Change(ticket, left);
        atTheEnd().ifPresentOrElse(end -> end.changes.add(change), () -> sql.ticketsChanged(Set.of(change)));
    }

    /** That of this transaction; none where there is no transaction, or it has come to its end already. */
    private Optional<AtTheEnd> atTheEnd() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return Optional.empty();
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations())
            if (synchronization instanceof AtTheEnd end) return end.isOver ? Optional.empty() : Optional.of(end);
        var end = new AtTheEnd();
        TransactionSynchronizationManager.registerSynchronization(end);
        return Optional.of(end);
    }

    private final class AtTheEnd implements TransactionSynchronization {
        private final Set<LiveSql.Change> changes = new LinkedHashSet<>();
        private boolean isOver;

        @Override
        public void beforeCommit(boolean readOnly) {
            isOver = true;
            sql.ticketsChanged(changes);
        }
    }
}
