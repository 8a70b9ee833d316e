package sportello.web.agent;

import java.util.List;
import sportello.ticket.Stage;
import sportello.ticket.TicketRow;

/**
 * One list on the dashboard.
 *
 * @param all where the whole list stands
 */
public record Widget(Stage stage, List<Tab> tabs, List<TicketRow> rows, boolean more, String all) {

    public Widget {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }
}
