package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.notification.LedgerLine;
import sportello.ticket.TicketFile;

/**
 * What happened to a ticket, newest first.
 *
 * @param broken the first line that is not as it was written, null if the chain holds
 * @param told who was told of it all, newest first
 */
public record HistoryPage(
        TicketFile ticket, List<Line> lines, @Nullable Integer broken, List<LedgerLine> told) {

    public HistoryPage {
        lines = List.copyOf(lines);
        told = List.copyOf(told);
    }

    /** One line, in words. */
    public record Line(int no, Instant at, String who, String what) {}
}
