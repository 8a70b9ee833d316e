package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What says again what came encrypted, and what only takes leave as everybody does. */
class QuotingTest {
    private static final String CAME = """
            Buongiorno,
            il PIN nuovo del contatore è 48213.
            Grazie mille
            Cordiali saluti
            """;

    @ParameterizedTest
    @CsvSource({
        "> il PIN nuovo del\\n> contatore è 48213., true",
        "Ecco: il PIN nuovo  del contatore è 48213. Va bene?, true",
        "Guardiamo.\\nCordiali saluti, false",
        "Guardiamo.\\nCon i più cordiali saluti., false",
        "Buongiorno.\\nGrazie mille, false",
    })
    void a_line_of_some_length_is_enough_unless_everybody_writes_it(String text, boolean quotes) {
        assertThat(Quoting.isOf(CAME, text.replace("\\n", "\n"))).isEqualTo(quotes);
    }
}
