package sportello.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import sportello.Edge;

/** What stands in the table of limits, one before, at and one behind each. */
class EdgesTest {

    @Test
    void the_name_of_a_file_is_cut_behind_two_hundred_and_fifty_five_signs() {
        for (var fits : List.of(254, 255)) assertThat(name(fits)).hasSize(fits);
        assertThat(name(256)).hasSize(255);
    }

    @Test
    void of_a_text_so_many_lines_are_asked_for() throws Exception {
        Edge.of("reply/Placeholders.MOST_LINES")
                .isTheLast(many -> Placeholders.wrongLines("{{article.text[" + many + "]}}")
                        .isEmpty());
    }

    private static String name(int length) {
        return new FreshFile("x".repeat(length), "text/plain", InputStream::nullInputStream).name();
    }
}
