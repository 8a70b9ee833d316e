package sportello.base;

import org.junit.jupiter.api.Test;
import sportello.Edge;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void so_deep_a_quotation_is_marked() throws Exception {
        Edge.of("base/TextLines.DEEPEST")
                .cuts(many -> ReadableText.of("<blockquote>".repeat(many) + "x").split(">", -1).length - 1);
    }
}
