package sportello.worktime;

import java.util.List;

/**
 * How work adds up over a span, for who counts it in many places at once: between two moments lies what was done by the
 * later less what was done by the earlier.
 *
 * @param edges when work began and ended, by turns, in seconds since 1970
 * @param sums how many seconds were worked by each of them
 */
public record Course(List<Double> edges, List<Double> sums) {

    public Course {
        edges = List.copyOf(edges);
        sums = List.copyOf(sums);
    }
}
