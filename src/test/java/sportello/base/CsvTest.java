package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"codice;nome\r\nLAGO;\"Comune; del Lago\"", "codice,nome\nLAGO,\"Comune; del Lago\"\n"})
    void commas_and_semicolons_are_read_as_they_come(String text) {
        assertThat(Csv.read(text))
                .containsExactly(
                        new Csv.Line(1, List.of("codice", "nome")),
                        new Csv.Line(2, List.of("LAGO", "Comune; del Lago")));
    }

    @Test
    void a_quoted_cell_holds_quotes_and_lines_and_the_next_line_keeps_its_number() {
        assertThat(Csv.read("a;b\n\"uno \"\"due\"\"\ntre\";4\n\n5;6"))
                .containsExactly(
                        new Csv.Line(1, List.of("a", "b")),
                        new Csv.Line(2, List.of("uno \"due\"\ntre", "4")),
                        new Csv.Line(5, List.of("5", "6")));
    }

    @Test
    void an_apostrophe_that_guards_a_formula_is_no_part_of_the_cell() {
        assertThat(Csv.read("'=1+1;'+39 0364;'ndrangheta;-"))
                .containsExactly(new Csv.Line(1, List.of("=1+1", "+39 0364", "'ndrangheta", "-")));
    }

    @Test
    void a_cell_that_is_not_there_is_empty() {
        assertThat(Csv.read("a;b\nuno").getLast().cell(1)).isEmpty();
    }

    @Test
    void a_quote_that_never_ends_ends_with_the_text() {
        assertThat(Csv.read("a;\"b\nc")).containsExactly(new Csv.Line(1, List.of("a", "b\nc")));
        assertThat(Csv.read("")).isEmpty();
    }

    @Test
    void text_is_read_in_utf_8_and_in_windows_own_signs() {
        assertThat(Csv.decoded("\uFEFFCittà €".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("Città €");
        assertThat(Csv.decoded("Città €".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Città €");
    }

    @Test
    void many_lines_are_read_one_after_the_other() {
        var text = new StringBuilder("a;b\n");
        IntStream.range(0, 10_000).forEach(number -> text.append(number).append(";\"x\"\n"));
        assertThat(Csv.read(text.toString())).hasSize(10_001);
    }
}
