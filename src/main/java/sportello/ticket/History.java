package sportello.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to a ticket, append-only, each line chained to the one before. */
@Component
public class History {
    private final HistorySql sql;

    History(HistorySql sql) {
        this.sql = sql;
    }

    /** Oldest first. */
    public List<HistoryLine> of(TicketId ticket) {
        return sql.of(ticket);
    }

    /** What came after that moment, oldest first. */
    public List<HistoryLine> since(Instant moment, TicketId ticket) {
        return sql.since(moment, ticket);
    }

    /** The newest line; nothing of a ticket without a history. */
    public Optional<HistoryLine> lastOf(TicketId ticket) {
        return sql.lastOf(ticket);
    }

    /**
     * The number of the first line that is not what was written: changed, missing or slipped in. Lines cut off the end
     * leave no trace here; they show against a copy of the last hash kept outside.
     */
    public Optional<Integer> firstBroken(TicketId ticket) {
        byte[] before = null;
        var expected = 1;
        for (var stored : sql.chainOf(ticket)) {
            var link = stored.link();
            if (link.no() != expected || !Arrays.equals(stored.hash(), link.hashAfter(before))) {
                return Optional.of(expected);
            }
            before = stored.hash();
            expected++;
        }
        return Optional.empty();
    }
}
