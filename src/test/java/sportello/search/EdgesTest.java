package sportello.search;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_piece_has_its_length_at_most() throws Exception {
        Edge.of("search/Criteria.LONGEST")
                .isTheLast(length -> criteria("7".repeat(length), Map.of()) instanceof Outcome.Done);
    }

    @Test
    void so_many_fields_are_asked_of() throws Exception {
        Edge.of("search/Criteria.MOST_FIELDS").cuts(many -> {
            var fields = IntStream.range(0, many).boxed().collect(Collectors.toMap(n -> "campo" + n, n -> "si"));
            return ((Outcome.Done<Criteria>) criteria("", fields))
                    .value()
                    .conditions()
                    .size();
        });
    }

    private static Outcome<Criteria> criteria(String number, Map<String, String> fields) {
        return Criteria.of(new SearchForm("", number, "", "", "", "", "", "", "", "", "", "", "", "", "", fields));
    }
}
