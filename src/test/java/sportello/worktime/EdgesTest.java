package sportello.worktime;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_day_has_so_many_spans() throws Exception {
        Edge.of("worktime/Week.MOST_SPANS").isTheLast(many -> {
            var day = IntStream.range(0, many)
                    .mapToObj(span -> 2 * span + "-" + (2 * span + 1))
                    .collect(Collectors.joining(", "));
            return Week.read(Collections.nCopies(7, day)) instanceof Outcome.Done;
        });
    }
}
