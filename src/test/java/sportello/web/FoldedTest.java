package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sportello.base.Html;

/** What is quoted is folded, and never left out. */
class FoldedTest {
    private static final String MAIL = "Va bene.\n\nIl giorno 23/11/2026 Laura ha scritto:\n> Le va bene?\n";

    @Test
    void plain_text_is_parted_where_its_quote_begins() {
        var folded = Folded.of(MAIL);

        assertThat(folded.written().toText()).isEqualTo("Va bene.");
        assertThat(folded.quoted().toText()).contains("ha scritto:").contains("Le va bene?");
    }

    @Test
    void a_text_that_is_cut_says_so_where_it_ends() {
        assertThat(Folded.of(MAIL, 4).written().toText()).isEqualTo("Va b…");
        assertThat(Folded.of(MAIL, 4).quoted().isEmpty()).isTrue();
        assertThat(Folded.of(MAIL, 30).written().toText()).isEqualTo("Va bene.");
        assertThat(Folded.of(MAIL, 30).quoted().toText()).endsWith("…");
    }

    @Test
    void what_came_as_html_stays_safe_in_both_parts() {
        var folded =
                Folded.of(Html.sanitised("<p onclick='x()'>Sì</p><blockquote><script>x()</script>Vero?</blockquote>"));

        assertThat(folded.written().markup() + folded.quoted().markup()).doesNotContain("onclick", "script");
        assertThat(folded.quoted().toText()).contains("Vero?");
    }
}
