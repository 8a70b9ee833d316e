package sportello.install;

import org.junit.jupiter.api.Test;
import sportello.Edge;
import sportello.base.Language;
import sportello.base.Outcome;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void a_company_has_so_long_a_name() throws Exception {
        Edge.of("install/Foundation.LONGEST")
                .isTheLast(length -> new Foundation(
                                        "x".repeat(length),
                                        "",
                                        "Anna",
                                        "Valle",
                                        "anna",
                                        "anna@valle.example",
                                        Language.ITALIAN)
                                .checked()
                        instanceof Outcome.Done);
    }
}
