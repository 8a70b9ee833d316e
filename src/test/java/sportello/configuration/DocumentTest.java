package sportello.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Refusal;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a document is written and read. */
class DocumentTest {

    @Test
    void a_document_reads_like_a_form() {
        var root = JsonNodeFactory.instance.objectNode().put("format", 1);
        root.putArray("roles").add(Shapes.tree(new Role("Qualità", "", true, List.of("uno", "due"), 3)));
        root.putObject("company").put("name", "Valle").put("footer", "P. IVA 1\nCapitale 2");
        assertThat(DocumentWriter.write(root)).endsWith("""
                format: 1
                roles:
                - name: Qualità
                  sender_name: ''
                  valid: true
                  queues: [uno, due]
                  idle_minutes: 3
                company:
                  name: Valle
                  footer: |-
                    P. IVA 1
                    Capitale 2
                """);
    }

    record Role(String name, String senderName, boolean valid, List<String> queues, int idleMinutes) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "null",
                "~",
                "12",
                "0x1F",
                "1:30",
                "2026-03-01",
                "",
                " ",
                "a: b",
                "# no",
                "- x",
                "'\"",
                "{{ticket.number}}",
                "&a *a !!x",
                "%TAG",
                "due\nrighe",
                "  davanti\n e poi\n\n\n",
                "\n",
                "coda \nspazio",
                "tab\there\n\tdavanti",
                "a\r\nb",
                "a\u2028b\u0085c\u00a0d",
                "🧯 è\n€"
            })
    void whatever_is_written_is_read(String text) {
        var root = JsonNodeFactory.instance.objectNode().put("name", text);
        root.putArray("list").add(text);
        assertThat(DocumentReader.read(DocumentWriter.write(root)).root()).isEqualTo(root);
    }

    @Test
    void what_was_read_knows_its_line() {
        var document =
                DocumentReader.read("company:\n  name: Valle\n\ngroups:\n- name: Energia\n- name: Acqua\n  valid: 1\n");
        assertThat(document.line("/company/name")).isEqualTo(2);
        assertThat(document.line("/groups/1/valid")).isEqualTo(7);
        assertThat(document.line("/groups/1/nowhere/at/all")).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | 1 | configuration.empty
            just a text                                   | 1 | configuration.empty
            - a list                                      | 1 | configuration.empty
            groups:#- name: [                             | 2 | configuration.unreadable
            groups: 1#roles: 2#groups: 3                  | 3 | configuration.twice
            roles: &a#- &b [x]#groups: *a                 | 1 | configuration.unreadable
            --- 1#--- 2                                   | 2 | configuration.unreadable
            a: 1#b: !!java.net.URL [http://x]             | 2 | configuration.unreadable
            a: [[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]            | 1 | configuration.unreadable
            """)
    void what_is_none_is_refused_with_its_line(String text, int line, String why) {
        var document = DocumentReader.read(text.replace('#', '\n'));
        assertThat(document.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.why().message()).isEqualTo(why);
        });
    }

    @Test
    void what_stands_where_nothing_can_be_read_is_said() {
        assertThat(DocumentReader.read("groups:\n- name: Re: Luce\n").faults())
                .extracting(Fault::line, Fault::place)
                .containsExactly(tuple(2, "- name: Re: Luce"));
    }

    @Test
    void what_is_large_is_not_even_read() {
        assertThat(DocumentReader.read(" ".repeat(DocumentReader.LARGEST + 1)).faults())
                .containsExactly(new Fault(1, "", new Refusal("configuration.large", 32)));
    }
}
