package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How values come into a template. */
class WordingTest {

    @Test
    void a_value_takes_the_place_of_its_name() {
        assertThat(body("Buongiorno {{name}},", Map.of("name", "Giulia"))).isEqualTo("Buongiorno Giulia,");
    }

    @Test
    void placeholders_inside_values_are_only_text() {
        assertThat(body("{{title}} {{name}}", Map.of("title", "{{name}} $1", "name", "Giulia")))
                .isEqualTo("{{name}} $1 Giulia");
    }

    @Test
    void a_line_about_nothing_is_left_out() {
        assertThat(body("Coda: {{queue}}\nProprietario: {{owner}}\nFine", Map.of("queue", "Raw", "owner", "")))
                .isEqualTo("Coda: Raw\nFine");
    }

    @Test
    void a_paragraph_about_nothing_leaves_no_gap() {
        assertThat(body("Prima\n\n{{text}}\n\nDopo", Map.of("text", ""))).isEqualTo("Prima\n\nDopo");
    }

    @Test
    void the_blank_lines_of_a_value_stay() {
        assertThat(body("Testo:\n\n{{text}}", Map.of("text", "a\n\n\n\nb"))).isEqualTo("Testo:\n\na\n\n\n\nb");
    }

    @Test
    void an_unknown_name_is_shown_and_the_rest_is_filled_in() {
        assertThat(body("{{nmae}} {{name}}", Map.of("name", "Giulia"))).isEqualTo("«nmae?» Giulia");
    }

    private static String body(String template, Map<String, String> values) {
        return new Wording("", template).filled(values).body();
    }
}
