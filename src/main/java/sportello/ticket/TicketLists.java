package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The lists of tickets that agents read: only what the viewer may see, newest first, page by page. */
@Component
public class TicketLists {
    private final TicketListSql sql;

    TicketLists(TicketListSql sql) {
        this.sql = sql;
    }

    public TicketPart newest(AgentViewer viewer, TicketFilter filter, int most) {
        var rows = sql.newest(viewer, filter, most + 1);
        return new TicketPart(rows.subList(0, Math.min(most, rows.size())), false, rows.size() > most);
    }

    public TicketPart olderThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        var rows = sql.olderThan(place, viewer, filter, most + 1);
        return new TicketPart(rows.subList(0, Math.min(most, rows.size())), true, rows.size() > most);
    }

    public TicketPart newerThan(ListPlace place, AgentViewer viewer, TicketFilter filter, int most) {
        List<TicketRow> rows = sql.newerThan(place, viewer, filter, most + 1).reversed();
        return new TicketPart(rows.subList(Math.max(0, rows.size() - most), rows.size()), rows.size() > most, true);
    }
}
