package sportello.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is meant by words that no form has offered. */
class NamedValueTest {
    private static final List<Option> OPTIONS = List.of(new Option(1, "Rete › Perdite"), new Option(2, "Gas"));

    @Test
    void an_option_is_called_by_its_name_however_its_branches_are_joined() {
        for (var words : List.of("rete::perdite", "Rete › Perdite", " Rete > Perdite "))
            assertThat(typed(Kind.TREE, words)).as(words).isEqualTo("1");
        assertThat(typed(Kind.CHOICES, "gas, rete::perdite")).isEqualTo("2,1");
        assertThat(typed(Kind.CHOICE, "Acqua")).isEqualTo("?");
    }

    /** It may come from a stranger's mail: reading it must not take the square of its length. */
    @ParameterizedTest
    @EnumSource(names = {"CHOICE", "CHOICES", "TREE"})
    void a_text_without_end_names_nothing_and_costs_nothing(Kind kind) {
        assertThat(typed(kind, "a" + " ".repeat(4_000_000) + "b")).isEqualTo("?");
    }

    private static String typed(Kind kind, String words) {
        var label = new Label("Esito", "Outcome");
        var field =
                new Field(new FieldId(1), Subject.TICKET, "Esito", kind, label, label, Limits.NONE, OPTIONS, Map.of());
        return NamedValue.typed(field, OPTIONS, words);
    }
}
