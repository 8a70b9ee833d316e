package sportello.configuration;

import org.junit.jupiter.api.Test;
import sportello.Edge;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    // limit configuration/ImportingConfiguration.LARGEST
    @Test
    void a_document_has_so_many_signs() throws Exception {
        Edge.of("configuration/DocumentReader.LARGEST")
                .isTheLast(length -> !says("]\n" + " ".repeat(length - 2), "configuration.large"));
    }

    @Test
    void so_much_is_in_each_other_in_a_document() throws Exception {
        Edge.of("configuration/DocumentReader.DEEPEST")
                .isTheLast(many -> !says("{a: ".repeat(many) + "1" + "}".repeat(many), "configuration.unreadable"));
    }

    private static boolean says(String text, String message) {
        return DocumentReader.read(text).faults().stream()
                .anyMatch(fault -> fault.why().message().equals(message));
    }
}
