package sportello.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_file_of_customers_has_ten_thousand_lines_at_most() {
        for (var fits : List.of(9_999, 10_000)) assertThat(read(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(read(10_001)).isEqualTo(Outcome.refused("imports.many", 10_000, 10_001));
    }

    private static Outcome<ImportSheet> read(int lines) {
        var body = IntStream.range(0, lines)
                .mapToObj(line -> "C" + line + ";Comune")
                .collect(Collectors.joining("\n"));
        return ImportSheet.read(ImportKind.CUSTOMERS, "codice;nome\n" + body);
    }
}
