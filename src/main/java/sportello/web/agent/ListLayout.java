package sportello.web.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/** How an agent likes lists to look. The ticket's number is always there: it is the way to the ticket. */
public record ListLayout(RowSize size, List<Column> columns) {
    static final ListLayout USUAL = new ListLayout(RowSize.MEDIUM, Column.USUAL);

    public ListLayout {
        var each = new LinkedHashSet<>(columns);
        if (!each.contains(Column.TICKET)) each.addFirst(Column.TICKET);
        columns = List.copyOf(each);
    }

    public boolean shows(Column column) {
        return columns.contains(column);
    }

    /** Whether the agent left the choice to the house, which then may leave out a column where there is little room. */
    public boolean isUsual() {
        return columns.equals(Column.USUAL);
    }

    /** First those that are shown, in their order, then the others. */
    public List<Column> all() {
        var all = new LinkedHashSet<>(columns);
        all.addAll(Arrays.asList(Column.values()));
        return List.copyOf(all);
    }

    ListLayout sized(RowSize other) {
        return new ListLayout(other, columns);
    }

    ListLayout showing(List<Column> others) {
        return new ListLayout(size, others);
    }

    /** The column one place further to the front. */
    ListLayout earlier(Column column) {
        return moved(column, -1);
    }

    ListLayout later(Column column) {
        return moved(column, 1);
    }

    private ListLayout moved(Column column, int by) {
        var from = columns.indexOf(column);
        var to = from + by;
        if (from < 0 || to < 0 || to >= columns.size()) return this;
        var order = new ArrayList<>(columns);
        order.remove(from);
        order.add(to, column);
        return new ListLayout(size, order);
    }
}
