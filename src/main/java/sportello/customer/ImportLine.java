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

        /** @param fields what becomes another */
        record Changed(List<Change> fields) implements Fate {}

        /** All that it says is known. */
        record Same() implements Fate {}

        /** It is left out. */
        record Refused(Refusal why) implements Fate {}
    }

    /**
     * A field that becomes another.
     *
     * @param field its key in the messages
     * @param before as it stands there; of a language its code, of yes and no {@code true} and {@code false}
     */
    public record Change(String field, String before, String now) {
        /** Before what a field of the house's own is called. */
        public static final String OWN = "=";
    }
}
