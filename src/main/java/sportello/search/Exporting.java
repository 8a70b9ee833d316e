package sportello.search;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

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

    Exporting(Searching searching, ExportSql sql) {
        this.searching = searching;
        this.sql = sql;
    }

    /** What an export of this search will have. */
    public Selection select(Criteria criteria, AgentViewer viewer) {
        return searching.select(criteria, viewer, MOST);
    }

    /** Its lines, read as they are taken. */
    public Stream<ExportedTicket> lines(Selection selection, AgentViewer viewer) {
        var ids = selection.tickets();
        return Stream.iterate(0, start -> start < ids.size(), start -> start + AT_ONCE)
                .flatMap(start ->
                        sql.tickets(ids.subList(start, Math.min(ids.size(), start + AT_ONCE)), viewer).stream());
    }
}
