package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

class RichTextTest {
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Test
    void formatting_and_tables_stay_and_the_text_reads_well_without_them() {
        var rich = read("<p>Orari <b>nuovi</b>:</p><table><tr><td>lunedì</td><td>9</td></tr></table>");

        assertThat(html(rich)).contains("<b>nuovi</b>", "<table>", "lunedì");
        assertThat(rich.text().value()).contains("Orari nuovi:", "lunedì");
        assertThat(rich.pictures()).isEmpty();
    }

    @Test
    void nothing_that_runs_or_loads_comes_in() {
        var rich =
                read("<p onclick=\"x()\">Ciao</p><script>alert(1)</script><img src=\"https://tracker.example/a.png\">");

        assertThat(html(rich)).contains("Ciao").doesNotContain("onclick", "alert", "tracker");
    }

    @Test
    void a_pasted_picture_becomes_a_file_to_which_the_text_refers() throws IOException {
        var rich = read("<p>Ecco:</p><img src=\"data:image/png;base64," + DOT + "\" alt=\"\">");

        var picture = rich.pictures().getFirst();
        assertThat(picture.name()).isEqualTo("immagine-1.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(picture.content().open().readAllBytes()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(html(rich).replace("&#64;", "@"))
                .contains("cid:" + picture.contentId())
                .doesNotContain("base64");
    }

    @Test
    void a_picture_says_something_by_itself() {
        assertThat(read("<img src=\"data:image/png;base64," + DOT + "\">")
                        .text()
                        .value())
                .isEqualTo("[immagine-1.png]");
    }

    @Test
    void what_is_no_picture_is_left_out() {
        assertThat(read("<p>x</p><img src=\"data:image/png;base64,A=A=A\">").pictures())
                .isEmpty();
        assertThat(html(read("<p>x</p><img src=\"data:image/svg+xml;base64,AAAA\">")))
                .doesNotContain("img");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div><br></div>", "<p>&nbsp;</p>", "<script>x</script>"})
    void what_shows_nothing_is_empty(String typed) {
        assertThat(RichText.of(typed)).isEqualTo(Outcome.refused("text.empty"));
    }

    private static String html(RichText rich) {
        return rich.text().asHtml().markup();
    }

    private static RichText read(String typed) {
        return switch (RichText.of(typed)) {
            case Outcome.Done<RichText>(var rich) -> rich;
            case Outcome.Refused<RichText>(var why) -> throw new AssertionError("refused: " + why);
        };
    }
}
