package sportello.base;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which a person keeps things. */
public final class Ranking {
    private Ranking() {}

    /** The same with one of them a place up or down; at either end, and for what is not there, it stays as it is. */
    public static List<Long> moved(List<Long> order, long id, boolean up) {
        var from = order.indexOf(id);
        var to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= order.size()) return order;
        var moved = new ArrayList<>(order);
        Collections.swap(moved, from, to);
        return moved;
    }
}
