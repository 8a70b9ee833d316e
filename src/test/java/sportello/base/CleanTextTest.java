package sportello.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    private static final String ITALIAN = "Perché l’acqua è “torbida”…\n\tCosì non va – grazie.\u00a0Żółć, ſtraße.";

    @Test
    void what_people_write_stays_as_it_is() {
        assertThat(CleanText.lines(ITALIAN)).isEqualTo(ITALIAN);
    }

    /** What is taken for plain is looked at no further, and so must have nothing in it to compose or to take out. */
    @Test
    void no_sign_that_is_composed_otherwise_passes_for_plain() {
        assertThat(IntStream.range(1, 0x10000)
                        .filter(sign -> !Character.isSurrogate((char) sign))
                        .mapToObj(sign -> "a" + (char) sign + "b"))
                .allSatisfy(text -> assertThat(CleanText.lines(text))
                        .satisfies(clean -> assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC))
                                .isTrue())
                        .doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|\\u2028"));
    }

    @Test
    void what_breaks_a_line_becomes_a_space() {
        assertThat(CleanText.line(" uno\r\ndue\ttre\u2028quattro\u0085cinque "))
                .isEqualTo("uno due tre quattro cinque");
    }

    @Test
    void accents_are_composed_and_what_turns_the_text_around_is_gone() {
        assertThat(CleanText.lines("perche\u0301\u202e!\u0007")).isEqualTo("perché!");
    }
}
