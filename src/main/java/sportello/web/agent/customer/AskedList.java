package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.ticket.TicketRow;
import sportello.web.agent.Tab;

/**
 * The tickets of somebody's page.
 *
 * @param next where the next page stands, null on the last
 * @param export where all of them are handed out, up to the format
 */
public record AskedList(
        List<Tab> tabs, List<TicketRow> rows, @Nullable String next, String export) {

    public AskedList {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }
}
