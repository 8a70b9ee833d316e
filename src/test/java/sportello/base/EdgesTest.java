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

    /** The last round finds nothing to change; of what we know nothing needs more than five. */
    @Test
    void what_settles_in_so_many_rounds_keeps_its_markup() throws Exception {
        Edge.of("base/HtmlPolicy.MOST_ROUNDS")
                .isTheLast(rounds -> HtmlPolicy.settled(
                                "<b>x</b>" + "!".repeat(rounds - 1), html -> html.replaceFirst("!", ""))
                        .equals("<b>x</b>"));
    }
}
