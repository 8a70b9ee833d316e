package sportello.demo.story;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CastingTest {
    private final List<Play> plays = Story.plays().toList();

    @Test
    void two_hundred_tickets_come_of_it() {
        assertThat(plays.size()
                        + plays.stream()
                                .map(Play::twin)
                                .filter(Objects::nonNull)
                                .count())
                .isEqualTo(200);
    }

    @Test
    void no_scenario_is_forgotten_and_none_is_played_to_death() {
        var played = plays.stream().collect(groupingBy(Play::scenario, counting()));
        assertThat(played).hasSameSizeAs(Story.scenarios().toList());
        assertThat(played.values()).allMatch(times -> times <= 6);
    }

    @Test
    void the_same_person_does_not_report_the_same_thing_twice_in_the_same_words() {
        var pairs = plays.stream()
                .filter(play -> play.clerk().language() != sportello.base.Language.ENGLISH)
                .map(play -> play.scenario().entry().name() + " " + play.clerk().login())
                .collect(groupingBy(identity(), counting()));
        assertThat(pairs.values()).allMatch(times -> times == 1);
    }

    @Test
    void everybody_has_something_to_ask() {
        assertThat(plays.stream().map(play -> play.clerk().login()).distinct()).hasSize(30);
    }
}
