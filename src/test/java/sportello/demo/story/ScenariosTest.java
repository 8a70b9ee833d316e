package sportello.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written by hand for the demo: enough of it, and without slips. */
class ScenariosTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    private static final List<Clerk> CLERKS =
            Sheet.load("people.md").entries().stream().map(Clerk::new).toList();

    private static final Sheet TOWNS = Sheet.load("towns.md");

    @Test
    void there_are_at_least_forty_and_no_two_say_the_same() {
        var requests = Story.scenarios()
                .map(scenario -> scenario.part("request").text())
                .toList();
        assertThat(requests).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    static Stream<Scenario> scenarios() {
        return Story.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_request_is_of_real_length_and_gets_its_own_answers(Scenario scenario) {
        assertThat(scenario.part("request").text().lines().filter(line -> !line.isBlank()))
                .hasSizeBetween(2, 12);
        assertThat(scenario.part("request").text()).hasSizeGreaterThan(150);
        if (!scenario.isStray()) {
            assertThat(scenario.part("answer").text()).hasSizeGreaterThan(100);
            assertThat(scenario.part("close").text()).hasSizeGreaterThan(60);
        }
        assertThat(new HashSet<>(scenario.titles())).hasSameSizeAs(scenario.titles());
        assertThat(CLERKS).anyMatch(scenario::isFor);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void every_text_can_be_filled_for_everyone_who_may_write_it(Scenario scenario) {
        for (var clerk : CLERKS) {
            if (!scenario.isFor(clerk)) continue;
            for (var seed = 0; seed < 8; seed++) {
                var town = new Town(TOWNS.get(clerk.towns().getFirst()));
                var wording = Wording.of(scenario, town, clerk, new SplittableRandom(seed));
                texts(scenario)
                        .map(text -> wording.fill(text, DAY))
                        .forEach(text -> assertThat(text)
                                .doesNotContain("{", "}", "[", "]")
                                .doesNotContainPattern("\\bin (il|la|lo|l')\\b|\\bdi (il|la)\\b"));
            }
        }
    }

    private static Stream<String> texts(Scenario scenario) {
        return Stream.concat(
                scenario.titles().stream(),
                scenario.parts().stream().flatMap(part -> Stream.of(part.subject(), part.text())));
    }
}
