package sportello.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
     * leave no trace here; they show against a copy of the last hash kept outside. A line that says less since somebody was
     * erased, or the ticket emptied, counts as written, if a later line of the chain vouches for what it says now.
     */
    public Optional<Integer> firstBroken(TicketId ticket) {
        byte[] before = null;
        var expected = 1;
        var doubtful = new TreeMap<Integer, String>();
        for (var stored : sql.chainOf(ticket)) {
            var link = stored.link();
            if (link.no() != expected) return Optional.of(broken(expected, doubtful));
            if (!Arrays.equals(stored.hash(), link.hashAfter(before)))
                doubtful.put(expected, ErasingHistory.voucher(link));
            else if (Facts.read(link.facts()) instanceof TicketEvent.Redacted redacted)
                doubtful.entrySet()
                        .removeIf(
                                line -> line.getValue().equals(redacted.lines().get(line.getKey())));
            before = stored.hash();
            expected++;
        }
        return doubtful.isEmpty() ? Optional.empty() : Optional.of(doubtful.firstKey());
    }

    private static int broken(int expected, TreeMap<Integer, String> doubtful) {
        return doubtful.isEmpty() ? expected : doubtful.firstKey();
    }
}
