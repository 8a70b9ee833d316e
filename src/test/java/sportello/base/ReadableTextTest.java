package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {

    @Test
    void paragraphs_are_parted_by_one_blank_line() {
        assertThat(text("<p>Buongiorno   Paolo,</p>\n\n<p>grazie<br>mille.</p><p></p><p>Anna</p>"))
                .isEqualTo("Buongiorno Paolo,\n\ngrazie\nmille.\n\nAnna");
    }

    @Test
    void lists_get_dashes_and_numbers() {
        assertThat(
                        text(
                                "<p>Orari:</p><ul><li>lunedì<ol><li>mattina</li><li><p>sera</p></li></ol></li><li>sabato</ul>fine"))
                .isEqualTo("Orari:\n\n- lunedì\n  1. mattina\n  2. sera\n- sabato\n\nfine");
    }

    @Test
    void a_link_shows_where_it_leads_unless_its_text_says_so() {
        assertThat(text(
                        "<a href='https://example.com/t/1'>il ticket</a>, <a href='https://example.com/'>https://example.com</a>,"
                                + " <a href='mailto:a@b.it'>a@b.it</a>"))
                .isEqualTo("il ticket <https://example.com/t/1>, https://example.com, a@b.it");
    }

    @Test
    void quotes_are_marked_line_by_line() {
        assertThat(
                        text(
                                "<p>sì</p><blockquote><p>prima</p><blockquote>ancora prima</blockquote><p>dopo</p></blockquote>no"))
                .isEqualTo("sì\n\n> prima\n>\n> > ancora prima\n>\n> dopo\n\nno");
    }

    @Test
    void the_cells_of_a_row_stand_on_one_line() {
        assertThat(text("<table><tr><th>Coda</th><td>Nuovo</td></tr><tr><td>Rete</td><td>3</td></tr></table>"))
                .isEqualTo("Coda  Nuovo\nRete  3");
    }

    @Test
    void preformatted_text_keeps_its_spaces() {
        assertThat(text("<pre>a  b\n   c</pre>")).isEqualTo("a  b\n   c");
    }

    @Test
    void a_picture_is_named() {
        assertThat(text("<img src='cid:1' alt='il contatore'>")).isEqualTo("[il contatore]");
    }

    @Test
    void signs_are_signs_again() {
        assertThat(text("1 &lt; 2 &amp;&nbsp;&egrave; vero &#128516;")).isEqualTo("1 < 2 & è vero \uD83D\uDE04");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "una riga",
                "Buongiorno,\ncome va?\n\nAnna <anna@example.it>",
                "vedi https://example.com/a?b=1&c=2 (o chiama)",
                "{{ticket.number}} & <b>",
            })
    void text_comes_back_from_html_as_it_was(String text) {
        assertThat(Html.ofText(text).toText()).isEqualTo(text);
    }

    private static String text(String html) {
        return Html.sanitised(html).toText();
    }
}
