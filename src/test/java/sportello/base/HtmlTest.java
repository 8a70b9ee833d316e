package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    /** A tag as a browser would open it, with whatever stands in it. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^>]*>?");

    @ParameterizedTest
    @MethodSource("sportello.base.HostileHtml#samples")
    void hostile_html_loses_its_teeth(String hostile) {
        assertHarmless(Html.sanitised(hostile).markup());
    }

    @ParameterizedTest
    @MethodSource("sportello.base.HostileHtml#samples")
    void cleaning_twice_changes_nothing_more(String hostile) {
        var once = Html.sanitised(hostile);

        assertThat(Html.sanitised(once.markup())).isEqualTo(once);
    }

    @Test
    void hostile_pieces_glued_at_random_stay_harmless() {
        var random = new Random(20180911);
        for (var i = 0; i < 3_000; i++) {
            var once = Html.sanitised(HostileHtml.mixture(random));

            assertHarmless(once.markup());
            assertThat(Html.sanitised(once.markup())).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Buongiorno,<br />la <b>biblioteca</b> apre alle <i>9:00</i>.</p>",
                "<h2>Orari</h2><ul><li>lun–ven</li><li>sab</li></ul>",
                "<table><tbody><tr><td colspan=\"2\">Via Roma</td></tr></tbody></table>",
                "<blockquote><p>di prima</p></blockquote>",
                "<p style=\"color:#333;text-align:center\">x</p>",
                "<img src=\"cid:foto1&#64;mail\" alt=\"la foto\" />",
                "<img src=\"data:image/png;base64,iVBORw0KGgo&#61;\" alt=\"logo\" />",
            })
    void what_people_write_survives(String html) {
        assertThat(Html.sanitised(html).markup()).isEqualTo(html);
    }

    @Test
    void a_link_opens_elsewhere_and_tells_nothing_about_us() {
        assertThat(Html.sanitised("<a href='https://example.com/?a=1&b=2' target=_self rel=opener>qui</a>")
                        .markup())
                .isEqualTo("<a href=\"https://example.com/?a&#61;1&amp;b&#61;2\" target=\"_blank\""
                        + " rel=\"noopener noreferrer nofollow\">qui</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://spy.example.com/pixel.gif\" alt=\"x\">",
                "<img src=\"//spy.example.com/pixel.gif\">",
                "<img srcset=\"https://spy.example.com/a 1x\">",
                "<div style=\"background-image:url(https://spy.example.com/a)\">",
                "<table background=\"https://spy.example.com/a\"></table>",
                "<link rel=stylesheet href=\"https://spy.example.com/a\">",
                "<style>@import 'https://spy.example.com/a'</style>",
                "<video poster=\"https://spy.example.com/a\"></video>",
                "<svg><image href=\"https://spy.example.com/a\"/></svg>",
                "<p style=\"list-style:url(https://spy.example.com/a)\">x</p>",
                "<input type=image src=\"https://spy.example.com/a\">",
                "<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">",
            })
    void nothing_is_loaded_from_elsewhere(String html) {
        assertThat(Html.sanitised(html).markup())
                .doesNotContain("spy.example.com")
                .doesNotContain("<img");
    }

    @Test
    void text_keeps_its_paragraphs_and_its_angle_brackets() {
        assertThat(Html.ofText("Buongiorno,\r\nsono <Paolo> & \"Co\".\n\n\n1 < 2")
                        .markup())
                .isEqualTo("<p>Buongiorno,<br />\nsono &lt;Paolo&gt; &amp; &#34;Co&#34;.</p>\n<p>1 &lt; 2</p>");
    }

    @Test
    void web_addresses_in_text_can_be_clicked_without_the_full_stop_after_them() {
        assertThat(Html.ofText("Vedi (https://example.com/a_(b)?x=1&y=2), o http://example.com.")
                        .markup())
                .contains("href=\"https://example.com/a_%28b%29?x&#61;1&amp;y&#61;2\"")
                .contains("href=\"http://example.com\"")
                .contains("</a>), o <a")
                .endsWith("</a>.</p>");
    }

    /** Text is not cleaned again when it has been written, for nothing would come of it. */
    @Test
    void what_is_written_of_text_is_clean_as_it_is() {
        var random = new Random(20261130);
        for (var i = 0; i < 2_000; i++) {
            var written = Html.ofText(odd(random), "17", "https://desk.example/17?a=1&b=2");

            assertHarmless(written.markup());
            assertThat(Html.sanitised(written.markup())).isEqualTo(written);
        }
    }

    /** Text, addresses and attacks, with characters between them that no page may hold. */
    private static String odd(Random random) {
        var pieces = List.of(
                "[17]",
                "{{x}}",
                "\0",
                "\u0007\f",
                "\uFFFE",
                "\uD800",
                "\uDC00",
                "😀",
                "\u2028",
                "\u202E",
                " \t ",
                "\n",
                "\r\n\r\n",
                "&amp;",
                "&#60;",
                "]]>",
                "<!-- -->",
                "https://é.example/(a)?b='c'&d=[17]#{{e}}",
                "HTTP://a%zz@[::1]:0/\uD800",
                "https://",
                "https://a.example:8080/index.pl?Action=Zoom;TicketID=7&a=%20#x",
                "https://a.example/~b_c",
                "https://a\0b",
                "ftp://x",
                "www.example.com");
        var text = new StringBuilder();
        for (var no = 0; no < 6; no++)
            text.append(random.nextBoolean() ? pieces.get(random.nextInt(pieces.size())) : HostileHtml.mixture(random));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Due righe:\nuna & <l’altra>\n\n\"Un paragrafo\" {{x}} 100 %", "$1 \\ [17] è ’«vero» 😀"})
    void what_is_written_of_text_reads_as_the_text(String text) {
        assertThat(Html.ofText(text).toText()).isEqualTo(text);
    }

    @Test
    void a_word_in_brackets_leads_to_its_address_where_it_stands_first() {
        assertThat(Html.ofText("[18], [17] e [17], https://a.example/[17]/x", "17", "https://desk.example/17")
                        .markup())
                .startsWith("<p>[18], [<a href=\"https://desk.example/17\"")
                .contains(">17</a>] e [17], <a href=\"https://a.example/");
    }

    @Test
    void placeholders_stay_whole() {
        assertThat(Html.sanitised("<p>ticket {{ticket.number}} {{{x}}}</p>").markup())
                .isEqualTo("<p>ticket {{ticket.number}} {{{x}}}</p>");
    }

    @Test
    void script_in_text_is_text() {
        assertHarmless(Html.ofText("<script>alert(1)</script> javascript:alert(1) https://a\"onclick=alert(1)")
                .markup());
    }

    @Test
    void a_template_writes_it_as_markup_and_any_other_text_escaped() {
        var page = new StringOutput();
        var template = new OwaspHtmlTemplateOutput(page);
        template.setContext("p", null);

        template.writeUserContent(Html.sanitised("<b>sì</b>"));
        template.writeUserContent("<b>no</b>");

        assertThat(page.toString()).isEqualTo("<b>sì</b>&lt;b&gt;no&lt;/b&gt;");
    }

    @Test
    void five_megabytes_are_cleaned() {
        var big = "<p>riga <b>di testo</b> con <a href=\"https://example.com/\">link</a></p>\n".repeat(70_000);

        assertThat(Html.sanitised(big).markup()).hasSizeGreaterThan(5_000_000);
    }

    private static void assertHarmless(String markup) {
        TAG.matcher(markup)
                .results()
                .map(tag -> tag.group().toLowerCase(Locale.ROOT))
                .forEach(tag -> {
                    assertThat(tag)
                            .doesNotContainPattern(
                                    "^</?(script|style|iframe|object|embed|svg|math|form|input|button|base|meta|link)");
                    assertThat(tag).doesNotContainPattern("[\\s/\"']on[a-z]+\\s*=");
                    assertThat(tag)
                            .doesNotContainPattern("(href|src)\\s*=\\s*[\"']?\\s*(javascript|vbscript|data:text)");
                    assertThat(tag)
                            .doesNotContain("expression(")
                            .doesNotContain("url(")
                            .doesNotContain("position:");
                });
        assertThat(markup).doesNotContain("<!--").doesNotContain("<!");
    }
}
