package sportello.notification;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.ticket.HistoryId;
import sportello.ticket.TicketId;

/** Who was told of a ticket's events, by which rule, and whether it arrived; and who was not, and why. */
@Component
public class Ledger {
    private final LedgerSql sql;

    Ledger(LedgerSql sql) {
        this.sql = sql;
    }

    /** Everything about the ticket, oldest first, in one statement. */
    public List<LedgerLine> of(TicketId ticket) {
        return sql.of(ticket);
    }

    /** What one event led to, in the order in which the rules were asked. */
    public List<LedgerLine> of(HistoryId line) {
        return sql.of(line);
    }
}
