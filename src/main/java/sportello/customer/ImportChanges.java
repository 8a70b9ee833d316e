package sportello.customer;

import java.util.ArrayList;
import java.util.List;
import sportello.customer.ImportKind.Column;
import sportello.customer.ImportLine.Change;

/** What a line makes different. */
final class ImportChanges {
    private final List<Change> changes = new ArrayList<>();

    void note(Column column, String before, String now) {
        if (!before.equals(now)) changes.add(new Change(column.key(), before, now));
    }

    List<Change> all() {
        return List.copyOf(changes);
    }
}
