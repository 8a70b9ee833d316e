package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);

    private final Town roccalba = new Town(Sheet.load("towns.md").get("ROCCALBA"));
    private final Clerk giulia = new Clerk(Sheet.load("people.md").get("giulia.moretti"));
    private final Wording wording = wording("place: biblioteca");

    @Test
    void a_place_goes_with_its_preposition() {
        assertThat(fill("{in place}, {di scuola}; {Parco}"))
                .isEqualTo("nella biblioteca civica, della scuola primaria di via Manzoni; Il parco delle Rimembranze");
    }

    @Test
    void a_gap_is_filled_alike_each_time() {
        var number = fill("{n:lamps 1-1000}");
        assertThat(fill("{n:lamps 1-1000} of [one|two] {street}"))
                .startsWith(number)
                .isEqualTo(fill("{n:lamps 1-1000} of [one|two] {street}"));
    }

    @Test
    void a_colleague_speaks_of_the_same_thing_in_another_name() {
        var paolo = new Clerk(Sheet.load("people.md").get("paolo.galli"));
        var text = "{street} {n:lamps 1-1000} {place}";
        assertThat(wording.of(paolo).fill(text, THURSDAY)).isEqualTo(fill(text));
        assertThat(wording.of(paolo).fill("{name}, cert{o}", THURSDAY)).isEqualTo("Paolo Galli, certo");
        assertThat(fill("{name}, cert{o}")).isEqualTo("Giulia Moretti, certa");
    }

    @Test
    void a_day_once_named_stays_the_same() {
        assertThat(fill("{date 2}, {gg 2}, {month -1}")).isEqualTo("lunedì 16 marzo, 16/03/2026, febbraio 2026");
        assertThat(wording.fill("{date 2}", THURSDAY.plusDays(5))).isEqualTo("lunedì 16 marzo");
        assertThat(wording("language: en").fill("{date:end 2}", THURSDAY)).isEqualTo("Monday 16 March");
    }

    @Test
    void an_unknown_gap_is_an_error() {
        assertThatThrownBy(() -> fill("{in piscina}")).hasMessageContaining("piscina");
    }

    private String fill(String text) {
        return wording.fill(text, THURSDAY);
    }

    private Wording wording(String field) {
        var scenario = new Scenario(Sheet.parse("# any\n" + field + "\n").get("any"));
        return Wording.of(scenario, roccalba, giulia, new SplittableRandom(1));
    }
}
