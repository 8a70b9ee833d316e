package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String TEXT = "Buongiorno,\n\n| Voce | Dovuto |\n| Canone | € 366,00 |\n\n- uno\n- <due>";

    @Test
    void rows_become_a_table_and_dashes_a_list() {
        var markup = Markup.of(TEXT).markup();
        assertThat(markup).contains("<p>Buongiorno,</p>", "<table", "<th", "Canone</td>", "<li>&lt;due&gt;</li>");
    }

    @Test
    void without_markup_the_cells_follow_each_other() {
        assertThat(Markup.plain(TEXT)).contains("Voce – Dovuto\nCanone – € 366,00\n\n- uno");
    }
}
