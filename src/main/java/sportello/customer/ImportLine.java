package sportello.customer;

import java.util.List;
import sportello.base.Refusal;

/**
 * What becomes of a line of a file.
 *
 * @param number of the line, from 1
 * @param name whom it is about
 */
public record ImportLine(int number, String name, Fate fate) {

    /** What is done with it. */
    public sealed interface Fate {

        /** Nobody of that code or address is known. */
        record Fresh() implements Fate {}

        /** @param fields what becomes another: the head of the column, what stands there, and what will */
        record Changed(List<Change> fields) implements Fate {}

        /** All that it says is known. */
        record Same() implements Fate {}

        /** It is left out. */
        record Refused(Refusal why) implements Fate {}
    }

    /** A field that becomes another. */
    public record Change(String field, String before, String now) {}
}
