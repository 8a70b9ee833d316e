package sportello.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    /** Nothing here is a placeholder, however the pieces are put together. */
    private static final List<String> LITERALS = List.of(
            "{",
            "}",
            "{{",
            "}}",
            "{{}}",
            "{{ }}",
            "{{è}}",
            "{{a b}}",
            "{{a b c",
            " due parole ",
            "<b>",
            "</b>",
            "&amp;",
            "\n",
            "$1",
            "\\",
            "«x?»");

    private static final List<String> VALUES = List.of(
            "",
            "2018091110000018",
            "{{ticket.title}}",
            "{{unknown}}",
            "{{",
            "}}",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "a & b < c > d ' e",
            "$1 \\1",
            "due\nrighe",
            "\uD83D\uDE04");

    private static final List<String> NAMES = List.of("ticket.number", "ticket.title", "customer_user.first_name", "x");

    @Test
    void values_take_their_places() {
        var filled = Placeholders.inText(
                "Buongiorno {{name}}, il ticket {{ ticket.number }} è suo.",
                Map.of("name", "Paolo", "ticket.number", "18"));

        assertThat(filled.content()).isEqualTo("Buongiorno Paolo, il ticket 18 è suo.");
        assertThat(filled.unknown()).isEmpty();
    }

    @Test
    void what_is_unknown_is_named_once_and_the_rest_is_filled_in() {
        var filled = Placeholders.inText("{{foo}} {{x}} {{foo}} {{bar}}", Map.of("x", "1"));

        assertThat(filled.content()).isEqualTo("«foo?» 1 «foo?» «bar?»");
        assertThat(filled.unknown()).containsExactly("foo", "bar");
    }

    @Test
    void a_number_asks_for_the_first_lines_without_what_is_quoted() {
        var mail = """
                Buongiorno,

                il lampione è spento.


                Da ieri sera.
                Saluti

                Il giorno 11 settembre 2018 Laura ha scritto:
                > Come possiamo aiutarla?
                """;
        assertThat(filled("{{article.text[3]}}", mail))
                .isEqualTo("Buongiorno,\n\nil lampione è spento.\n\nDa ieri sera.\n…");
        assertThat(filled("{{ article.text[200] }}", mail)).endsWith("Da ieri sera.\nSaluti");
        assertThat(filled("{{article.text}}", mail)).isEqualTo(mail);
        assertThat(filled("{{article.text[5]}}", " \n")).isEmpty();
        assertThat(Placeholders.inHtml("<p>{{article.text[1]}}</p>", Map.of("article.text", "<b>uno\ndue"))
                        .content()
                        .markup())
                .isEqualTo("<p>&lt;b&gt;uno<br />\n…</p>");
    }

    private static String filled(String template, String text) {
        return Placeholders.inText(template, Map.of("article.text", text)).content();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "article.text[0]",
                "article.text[201]",
                "article.text[]",
                "article.text[-1]",
                "article.text[dieci]",
                "article.text[1,5]",
                "ticket.number[3]"
            })
    void lines_that_cannot_be_had_are_told_and_shown_as_they_are_written(String place) {
        var template = "{{" + place + "}} {{article.text[7]}}";
        var values = Map.of("article.text", "uno", "ticket.number", "18");

        assertThat(Placeholders.wrongLines(template)).containsExactly(place);
        assertThat(Placeholders.in(template)).containsExactly(place, "article.text");
        assertThat(Placeholders.inText(template, values).content()).isEqualTo("«" + place + "?» uno");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{}}", "{{ }}", "{{a b}}", "{{a", "a}}", "{a}", "{{\n}}", "{{1}}", "{{<b>}}", "{ {a} }", "{{a\n}}"
            })
    void what_is_no_placeholder_stays(String text) {
        assertThat(Placeholders.inText(text, Map.of("a", "1")).content()).isEqualTo(text);
    }

    @Test
    void in_html_values_are_text() {
        var filled =
                Placeholders.inHtml("<p title=\"{{v}}\">{{v}}<br>{{l}}</p>", Map.of("v", "<b>\"'&", "l", "uno\ndue"));

        assertThat(filled.content().markup())
                .isEqualTo("<p title=\"&lt;b&gt;&#34;&#39;&amp;\">&lt;b&gt;&#34;&#39;&amp;<br />uno<br />\ndue</p>");
    }

    @Test
    void an_address_takes_its_place_in_a_link_and_script_does_not() {
        var template = "<a href=\"{{url}}\">apri</a>";

        assertThat(Placeholders.inHtml(template, Map.of("url", "https://desk.example/t?a=1&b=2"))
                        .content()
                        .markup())
                .contains("href=\"https://desk.example/t?a&#61;1&amp;b&#61;2\"");
        assertThat(Placeholders.inHtml(template, Map.of("url", "javascript:alert(1)"))
                        .content()
                        .markup())
                .isEqualTo("apri");
    }

    @Test
    void the_names_of_a_template_are_known_before_it_is_filled() {
        assertThat(Placeholders.in("{{b}} {{ a.c }} {{b}} {{}}")).containsExactly("b", "a.c");
    }

    @Test
    void whatever_the_values_are_each_is_taken_as_it_is() {
        var random = new Random(8);
        for (var i = 0; i < 5_000; i++) {
            var values = values(random);
            var template = new StringBuilder();
            var expected = new StringBuilder();
            for (var piece = 0; piece < 12; piece++) {
                if (random.nextBoolean()) {
                    var literal = pick(LITERALS, random);
                    template.append(literal);
                    expected.append(literal);
                } else {
                    var name = pick(NAMES, random);
                    template.append("{{").append(name).append("}}");
                    expected.append(values.getOrDefault(name, "«" + name + "?»"));
                }
            }

            assertThat(Placeholders.inText(template.toString(), values).content())
                    .isEqualTo(expected.toString());
        }
    }

    @Test
    void whatever_the_values_are_html_shows_them_and_gains_no_tag() {
        var random = new Random(9);
        for (var i = 0; i < 2_000; i++) {
            var values = values(random);
            var names = new ArrayList<>(values.keySet());
            var template = new StringBuilder();
            for (var name : names) template.append("<p>{{").append(name).append("}}</p>");

            var html = Placeholders.inHtml(template.toString(), values).content();

            assertThat(html.markup()).doesNotContainPattern("<(?!/?p>|br />)");
            assertThat(html.toText())
                    .isEqualTo(String.join(
                            "\n\n",
                            names.stream()
                                    .map(values::get)
                                    .filter(value -> !value.isEmpty())
                                    .toList()));
        }
    }

    @Test
    void endless_braces_do_no_harm() {
        var braces = "{{".repeat(1_000_000) + "{{a".repeat(500_000) + "}}".repeat(500_000);

        assertThat(Placeholders.inText(braces, Map.of("a", "")).content()).hasSize(braces.length() - "{{a}}".length());
    }

    private static Map<String, String> values(Random random) {
        var values = new HashMap<String, String>();
        for (var name : NAMES) if (random.nextInt(4) > 0) values.put(name, pick(VALUES, random));
        return values;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
