package sportello.audit;

import java.util.List;

/** Where a thing stands among its like, from 1: for things of which the order counts. */
record Place(int place) {

    /** Where it stands in that order. */
    static <T> Place of(T thing, List<T> order) {
        return new Place(order.indexOf(thing) + 1);
    }
}
