package sportello.ticket;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The lists of tickets that agents read: only what the viewer may see, in order, page by page. */
@Component
public class TicketLists {
    private final TicketListSql sql;

    TicketLists(TicketListSql sql) {
        this.sql = sql;
    }

    /** The first page, the newest tickets first. */
    public TicketPart newest(AgentViewer viewer, TicketFilter filter, int most) {
        return first(viewer, filter, Order.NEWEST_FIRST, most);
    }

    public TicketPart first(AgentViewer viewer, TicketFilter filter, Order order, int most) {
        var rows = sql.first(viewer, filter, order, most + 1);
        return new TicketPart(rows.subList(0, Math.min(most, rows.size())), order, false, rows.size() > most);
    }

    public TicketPart after(ListPlace place, AgentViewer viewer, TicketFilter filter, Order order, int most) {
        var rows = sql.after(place, viewer, filter, order, most + 1);
        return new TicketPart(rows.subList(0, Math.min(most, rows.size())), order, true, rows.size() > most);
    }

    public TicketPart before(ListPlace place, AgentViewer viewer, TicketFilter filter, Order order, int most) {
        List<TicketRow> rows =
                sql.after(place, viewer, filter, order.reversed(), most + 1).reversed();
        return new TicketPart(
                rows.subList(Math.max(0, rows.size() - most), rows.size()), order, rows.size() > most, true);
    }

    /** How the newest article that a person wrote begins, for each of the rows that the viewer has found. */
    public Map<TicketId, String> previews(List<TicketRow> rows) {
        return sql.previews(rows.stream().map(TicketRow::id).toList());
    }
}
