package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void an_entry_has_fields_and_parts() {
        var entry = Sheet.parse("""
                # caldaia
                title: Caldaia in blocco
                title: Caldaia ferma
                place: scuola, asilo

                ## request
                Non parte.

                Venite presto.

                ## call in: Sollecito
                Ha chiamato di nuovo.
                """).get("caldaia");

        assertThat(entry.all("title")).containsExactly("Caldaia in blocco", "Caldaia ferma");
        assertThat(entry.list("place")).containsExactly("scuola", "asilo");
        assertThat(entry.parts())
                .containsExactly(
                        new Part("request", "", "", "Non parte.\n\nVenite presto."),
                        new Part("call", "in", "Sollecito", "Ha chiamato di nuovo."));
    }

    @Test
    void what_stands_before_the_first_entry_holds_for_all() {
        var sheet = Sheet.parse("queue: Energia\n\n# a\n\n# b\nqueue: raw\n");
        assertThat(sheet.get("a").get("queue")).isEqualTo("Energia");
        assertThat(sheet.get("b").all("queue")).containsExactly("Energia", "raw");
    }

    @Test
    void a_slip_of_the_pen_is_found_at_once() {
        assertThatThrownBy(() -> Sheet.parse("# a\ntitel Caldaia\n")).hasMessageContaining("titel Caldaia");
        assertThatThrownBy(() -> Sheet.parse("# a\n").get("b")).hasMessageContaining("no entry b");
        assertThatThrownBy(() -> Sheet.parse("# a\n").get("a").get("queue")).hasMessageContaining("a has no queue");
    }
}
