package sportello.print;

import java.util.List;

/**
 * Tables one under the other, with a title; who had them made and when is added.
 *
 * @param facts what is said of them all, such as for which days they are
 * @param notes how to read them, below the last
 */
public record Listing(String title, List<Fact> facts, List<Table> tables, List<String> notes) {

    public Listing {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    public record Fact(String label, String value) {}

    /**
     * @param texts how many columns are words, the first ones; what follows them are numbers
     * @param lines as many cells each as there are heads
     */
    public record Table(String title, int texts, List<String> heads, List<List<String>> lines) {

        public Table {
            heads = List.copyOf(heads);
            lines = List.copyOf(lines);
        }
    }
}
