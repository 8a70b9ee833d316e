package sportello.audit;

import java.time.Instant;
import java.util.List;

/**
 * One line of the book.
 *
 * @param thing by what its own module knows it
 * @param name as it was called then
 */
public record Line(
        long no, Instant at, Hand by, Topic topic, String thing, String name, Act act, List<Change> changes) {

    public Line {
        changes = List.copyOf(changes);
    }
}
