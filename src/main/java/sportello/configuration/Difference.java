package sportello.configuration;

import java.util.List;
import sportello.base.Refusal;

/** What a document does to one thing. */
public sealed interface Difference {

    /** There was none of that name. */
    record Added(List<Field> fields) implements Difference {
        public Added {
            fields = List.copyOf(fields);
        }
    }

    record Changed(List<Field> fields) implements Difference {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    record Unchanged() implements Difference {}

    /** It waits for what no document holds. */
    record Left(Refusal why) implements Difference {}

    /**
     * What became of a field.
     *
     * @param name as the document calls it, {@code grants.Energia} for one within another
     * @param old empty for nothing
     */
    record Field(String name, String old, String now) {}
}
