package sportello.web.agent.dashboard;

import java.util.List;
import java.util.Set;

/**
 * How one widget is set up.
 *
 * @param rows how long its list is; what is not on offer becomes the usual
 * @param columns what its list shows beside number, age and title
 */
public record Slot(WidgetKind kind, Side side, boolean shown, int rows, Set<Column> columns) {
    public static final List<Integer> ROWS = List.of(5, 10, 15, 25);
    static final int USUAL_ROWS = 10;

    public Slot {
        if (!ROWS.contains(rows)) rows = USUAL_ROWS;
        columns = Set.copyOf(columns);
    }

    Slot onThe(Side other) {
        return new Slot(kind, other, shown, rows, columns);
    }
}
