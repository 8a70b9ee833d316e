package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.mail.Accent;
import sportello.mail.Colour;

/** Whatever colour a company has, its words can be read by day and by night. */
class PaletteTest {

    @ParameterizedTest
    @ValueSource(strings = {"#0f5ea8", "#000000", "#b00020", "#5b2a86", "#1b5e20", "#7a4f01", "#0000ff", "#767676"})
    void words_of_the_colour_and_upon_it_can_be_read(String hex) {
        var accent = Accent.of(hex).orElseThrow();
        assertThat(accent.isDarkEnough()).isTrue();
        var palette = Palette.of(accent);

        readable(palette.day(), Colour.WHITE);
        readable(palette.dayText(), Colour.WHITE);
        readable(palette.dayText(), palette.daySoft());
        readable(palette.night(), Palette.NIGHT_INK);
        readable(palette.night(), Palette.NIGHT_SURFACE);
        readable(palette.nightText(), Palette.NIGHT_SURFACE);
        readable(palette.nightText(), Palette.NIGHT_RAISED);
        readable(palette.nightText(), palette.nightSoft());
        assertThat(palette.css()).contains("--accent: light-dark(" + hex + ", ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#ffcc00", "#5aaaf0", "#777777"})
    void a_colour_on_which_white_words_are_lost_is_too_pale(String hex) {
        assertThat(Accent.of(hex).orElseThrow().isDarkEnough()).isFalse();
    }

    private static void readable(Colour words, Colour ground) {
        assertThat(words.contrast(ground))
                .as(words.hex() + " on " + ground.hex())
                .isGreaterThanOrEqualTo(Accent.LEAST_CONTRAST);
    }
}
