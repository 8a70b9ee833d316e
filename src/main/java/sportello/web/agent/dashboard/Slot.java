package sportello.web.agent.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one widget is set up.
 *
 * @param rows how long its list is; what is not on offer becomes the usual
 * @param columns what its list shows beside number, age and title, in this order
 */
public record Slot(WidgetKind kind, Side side, boolean shown, int rows, List<Column> columns) {
    public static final List<Integer> ROWS = List.of(5, 10, 15, 25);
    static final int USUAL_ROWS = 10;

    public Slot {
        if (!ROWS.contains(rows)) rows = USUAL_ROWS;
        columns = columns.stream().distinct().toList();
    }

    /** First the columns that are shown, in their order, then the others. */
    public List<Column> all() {
        return Stream.concat(columns.stream(), Arrays.stream(Column.values()))
                .distinct()
                .toList();
    }

    /** With the column a place further to the front or, below zero, to the back; at the end it stays. */
    Slot earlier(Column column, int by) {
        var from = columns.indexOf(column);
        var to = from - by;
        if (from < 0 || to < 0 || to >= columns.size()) return this;
        var order = new ArrayList<>(columns);
        order.remove(from);
        order.add(to, column);
        return new Slot(kind, side, shown, rows, order);
    }

    Slot onThe(Side other) {
        return new Slot(kind, other, shown, rows, columns);
    }
}
