package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody's names out of a text, and nobody else's. */
class RedactionTest {
    private final Redaction redaction = Redaction.of(
            Set.of("Ada D'Ambrosio", "ada.d@casa.example", "+39 0461 123456", "Niccolò"), "Persona cancellata 7");

    @Test
    void names_go_whatever_their_capitals_and_spaces() {
        assertThat(redaction.of("ADA  D'Ambrosio,\nAda\nd'ambrosio; NICCOLÒ."))
                .isEqualTo("Persona cancellata 7,\nPersona cancellata 7; Persona cancellata 7.");
    }

    @Test
    void addresses_and_numbers_go_from_where_they_stand() {
        assertThat(redaction.of("<ada.d@casa.example>, tel. +39 0461 123456."))
                .isEqualTo("<Persona cancellata 7>, tel. Persona cancellata 7.");
    }

    @Test
    void what_only_begins_alike_stays() {
        var others = "Ada, Niccolòtti, adaXd@casa.example, ada.d@casa.examples";

        assertThat(redaction.of(others)).isEqualTo(others);
    }

    @Test
    void a_stand_in_is_taken_as_it_is() {
        assertThat(Redaction.of(List.of("Ada"), "$1 \\ tolta").of("Ada")).isEqualTo("$1 \\ tolta");
    }

    @Test
    void nothing_is_no_word() {
        assertThatIllegalArgumentException().isThrownBy(() -> Redaction.of(List.of(), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Redaction.of(List.of(" "), "x"));
    }
}
