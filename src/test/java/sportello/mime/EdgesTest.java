package sportello.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void the_name_of_a_mail_has_a_thousand_signs_at_most() {
        for (var fits : List.of(999, 1000))
            assertThat(Letterheads.ids(id(fits))).containsExactly(id(fits));
        assertThat(Letterheads.ids(id(1001))).isEmpty();
    }

    private static String id(int length) {
        return "<" + "x".repeat(length - 4) + "@y>";
    }
}
