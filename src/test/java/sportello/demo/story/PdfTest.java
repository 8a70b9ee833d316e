package sportello.demo.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfTest {
    private final String pdf = new String(Pdf.of("Orari della biblioteca\n\nGiovedì (9:00)"), ISO_8859_1);

    @Test
    void the_table_of_contents_points_at_every_object() {
        var entries =
                Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf).results().toList();
        assertThat(entries).hasSize(6);
        for (var i = 0; i < entries.size(); i++) {
            assertThat(pdf.substring(Integer.parseInt(entries.get(i).group(1)))).startsWith((i + 1) + " 0 obj");
        }
        var start =
                Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10).split("\n")[0]);
        assertThat(pdf.substring(start)).startsWith("xref\n0 7\n");
    }

    @Test
    void text_is_escaped_and_accents_stay() {
        assertThat(pdf).contains("(Orari della biblioteca) Tj", "(Giovedì \\(9:00\\)) Tj");
    }
}
