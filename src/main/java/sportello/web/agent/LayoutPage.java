package sportello.web.agent;

import java.util.List;
import sportello.ticket.AskedClasses;

/**
 * The choice of a list's columns.
 *
 * @param asked what tickets can be, as columns show it
 * @param from the list to go back to
 */
public record LayoutPage(ListLayout layout, AskedClasses asked, String from) {

    /** First those that are shown, in their order, then the others. */
    public List<Column> columns() {
        return layout.all().stream().filter(column -> column.isOffered(asked)).toList();
    }
}
