package sportello.web.agent.live;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sportello.notification.BellRang;
import sportello.ticket.DraftsChanged;
import sportello.ticket.PresenceChanged;
import sportello.ticket.TicketEvent;
import sportello.ticket.TicketHappened;

/** Calls out what happened, within the transaction of the change: who hears it finds it done. */
@Component
class CallingOut {
    private final LiveSql sql;

    CallingOut(LiveSql sql) {
        this.sql = sql;
    }

    @EventListener
    void on(TicketHappened happened) {
        var left = happened.event() instanceof TicketEvent.Moved moved ? moved.from() : null;
        sql.ticketChanged(happened.event().ticket(), left);
    }

    @EventListener
    void on(DraftsChanged changed) {
        sql.ticketChanged(changed.ticket(), null);
    }

    @EventListener
    void on(PresenceChanged changed) {
        sql.presenceChanged(changed.ticket());
    }

    @EventListener
    void on(BellRang rang) {
        sql.bellRang(rang.agents());
    }
}
