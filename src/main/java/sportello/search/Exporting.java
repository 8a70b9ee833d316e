package sportello.search;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.field.FilledFields;
import sportello.field.Subject;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketId;

/**
 * Hands out what a search found, as far as a spreadsheet makes sense. The search is made once; then the lines come a
 * thousand at a time, each in a statement of its own, so that a reader who is slow holds no connection.
 */
@Component
public class Exporting {
    /** As many tickets as one export has at most. */
    public static final int MOST = 50_000;

    private static final int AT_ONCE = 1_000;

    private final Searching searching;
    private final ExportSql sql;
    private final FilledFields fields;

    Exporting(Searching searching, ExportSql sql, FilledFields fields) {
        this.searching = searching;
        this.sql = sql;
        this.fields = fields;
    }

    /** What an export of this search will have. */
    public Selection select(Criteria criteria, AgentViewer viewer) {
        return searching.select(criteria, viewer, MOST);
    }

    /**
     * Its lines, read as they are taken.
     *
     * @param filled whether what the house's own fields say is told too
     */
    public Stream<ExportedTicket> lines(Selection selection, boolean filled, AgentViewer viewer) {
        var ids = selection.tickets();
        return Stream.iterate(0, start -> start < ids.size(), start -> start + AT_ONCE)
                .map(start -> ids.subList(start, Math.min(ids.size(), start + AT_ONCE)))
                .flatMap(some -> filled ? filled(some, viewer) : sql.tickets(some, viewer).stream());
    }

    private Stream<ExportedTicket> filled(List<TicketId> some, AgentViewer viewer) {
        var tickets = sql.tickets(some, viewer);
        var said = fields.of(
                Subject.TICKET, tickets.stream().map(one -> one.id().value()).toList());
        return tickets.stream().map(one -> one.with(said.getOrDefault(one.id().value(), List.of())));
    }
}
