package sportello.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;

/** Who is out of office. */
@SportelloTest
@Transactional
class AbsencesTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Absences absences;

    @Autowired
    private Agents agents;

    @Autowired
    private Clock clock;

    private Cast cast;
    private LocalDate today;

    @BeforeEach
    void today() {
        cast = Cast.onStage(db);
        today = LocalDate.ofInstant(clock.instant(), cast.as(LAURA).zone());
    }

    @Test
    void an_absence_covers_both_its_days_and_is_known_before_it_begins() {
        assertThat(refused(today.plusDays(1), today.plusDays(3), cast.id(CARLA), " Al mare "))
                .isNull();
        var planned = absences.of(cast.id(LAURA)).orElseThrow();
        assertThat(planned.note()).isEqualTo("Al mare");
        assertThat(planned.substitute()).isEqualTo(new Absence.Substitute(cast.id(CARLA), "Carla Neri"));
        assertThat(planned.covers(today)).isFalse();
        assertThat(planned.covers(today.plusDays(1))).isTrue();
        assertThat(planned.covers(today.plusDays(3))).isTrue();
        assertThat(absences.today(List.of(cast.id(LAURA)))).isEmpty();
    }

    @Test
    void a_second_one_takes_the_place_of_the_first_and_both_can_be_ended() {
        refused(today, today.plusDays(3), null, "");
        refused(today, today.plusDays(9), null, "");
        assertThat(absences.today(List.of(cast.id(LAURA), cast.id(CARLA))))
                .containsOnlyKeys(cast.id(LAURA))
                .extractingByKey(cast.id(LAURA))
                .extracting(Absence::last)
                .isEqualTo(today.plusDays(9));
        absences.end(cast.id(LAURA));
        assertThat(absences.of(cast.id(LAURA))).isEmpty();
    }

    @Test
    void what_is_over_is_no_absence_any_more() {
        db.sql("insert into absence (agent_id, first_day, last_day) values (:laura, :first, :last)")
                .param("laura", cast.id(LAURA).value())
                .param("first", today.minusDays(9))
                .param("last", today.minusDays(1))
                .update();
        assertThat(absences.of(cast.id(LAURA))).isEmpty();
        assertThat(absences.today(List.of(cast.id(LAURA)))).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThat(refused(today.plusDays(3), today, null, "")).isEqualTo("absence.backwards");
        assertThat(refused(today.minusDays(9), today.minusDays(1), null, "")).isEqualTo("absence.past");
        assertThat(refused(today, today, cast.id(LAURA), "")).isEqualTo("absence.self");
        assertThat(refused(today, today, new AgentId(0), "")).isEqualTo("absence.substitute");
        assertThat(refused(today, today, null, "x".repeat(201))).isEqualTo("absence.note");
        assertThat(absences.of(cast.id(LAURA))).isEmpty();
    }

    private @Nullable String refused(LocalDate first, LocalDate last, @Nullable AgentId substitute, String note) {
        var laura = agents.find(cast.id(LAURA)).orElseThrow();
        return switch (absences.plan(laura, first, last, substitute, note)) {
            case Outcome.Done<Absence> _ -> null;
            case Outcome.Refused<Absence>(Refusal why) -> why.message();
        };
    }
}
