package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticledTest {

    @ParameterizedTest
    @CsvSource({
        "di, il municipio, del municipio",
        "a, la scuola, alla scuola",
        "in, l'asilo nido, nell'asilo nido",
        "da, lo stadio, dallo stadio",
        "su, i campi, sui campi",
        "in, gli spogliatoi, negli spogliatoi",
        "a, le scuole, alle scuole"
    })
    void preposition_and_article_become_one(String preposition, String noun, String expected) {
        assertThat(Articled.after(preposition, noun)).isEqualTo(expected);
    }
}
