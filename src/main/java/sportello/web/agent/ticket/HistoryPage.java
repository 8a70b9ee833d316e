package sportello.web.agent.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.notification.LedgerLine;
import sportello.ticket.TicketFile;

/**
 * What happened to a ticket, newest first.
 *
 * @param lines all of them
 * @param broken the first line that is not as it was written, null if the chain holds
 * @param told who was told of it all, newest first
 * @param kind of which lines are shown, null for all
 * @param who whose lines are shown, empty for everybody's
 */
public record HistoryPage(
        TicketFile ticket,
        List<Line> lines,
        @Nullable Integer broken,
        List<LedgerLine> told,
        @Nullable HistoryKind kind,
        String who) {

    public HistoryPage {
        lines = List.copyOf(lines);
        told = List.copyOf(told);
    }

    /** One line, in words. */
    public record Line(int no, Instant at, String who, String what, HistoryKind kind) {}

    /** All who did something. */
    public List<String> people() {
        return lines.stream().map(Line::who).distinct().sorted().toList();
    }

    public List<HistoryKind> kinds() {
        return List.of(HistoryKind.values());
    }

    /** The lines that are asked for. */
    public List<Line> shown() {
        return lines.stream()
                .filter(line -> kind == null || line.kind() == kind)
                .filter(line -> who.isEmpty() || line.who().equals(who))
                .toList();
    }
}
