package sportello.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.mail.Accent;
import sportello.mail.Colour;
import sportello.ticket.Mark;

/** Whatever colour a company has, its words can be read by day and by night. */
class PaletteTest {
    private static final Path HOUSE = Path.of("src/main/resources/style/10-house.css");

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

    /** The company's own is read above. */
    @ParameterizedTest
    @EnumSource(value = Mark.class, names = "ACCENT", mode = EnumSource.Mode.EXCLUDE)
    void words_of_each_mark_can_be_read_by_day_and_by_night(Mark mark) throws IOException {
        var style = Files.readString(HOUSE);
        var tokens = found(
                "\\.mark-%s \\{ --mark: var\\(--(\\w+)\\); --mark-soft: var\\(--(\\w+-soft)\\)".formatted(mark.key()),
                style);
        var words = colours(tokens.group(1), style);
        var soft = colours(tokens.group(2), style);

        readable(words.getFirst(), soft.getFirst());
        readable(words.getLast(), soft.getLast());
        for (var ground : List.of("surface", "raised", "sunken")) {
            readable(words.getFirst(), colours(ground, style).getFirst());
            readable(words.getLast(), colours(ground, style).getLast());
        }
    }

    /** By day and by night. */
    private static List<Colour> colours(String token, String style) {
        var found = found("--%s: light-dark\\((#\\w+), (#\\w+)\\)".formatted(token), style);
        return Stream.of(found.group(1), found.group(2))
                .map(hex -> new Colour(hex.equals("#fff") ? "#ffffff" : hex))
                .toList();
    }

    private static MatchResult found(String pattern, String style) {
        return Pattern.compile(pattern).matcher(style).results().findFirst().orElseThrow();
    }

    private static void readable(Colour words, Colour ground) {
        assertThat(words.contrast(ground))
                .as(words.hex() + " on " + ground.hex())
                .isGreaterThanOrEqualTo(Accent.LEAST_CONTRAST);
    }
}
