package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;
import static sportello.ticket.TicketLifeTest.title;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Operator;

/** The duty that a closing without success leaves behind (S71), and opening a ticket again. */
@SportelloTest
@Transactional
class AscertainingTest {
    private static final LocalDate DAY = LocalDate.parse("2027-01-15");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Ascertaining ascertaining;

    @Autowired
    private Reopening reopening;

    @Autowired
    private TicketFiles tickets;

    private Scene scene;
    private TicketNumber library;

    @BeforeEach
    void a_request_could_not_be_satisfied() {
        scene = Scene.on(beans);
        library = scene.library();
        scene.closed(library, false, LAURA);
    }

    @Test
    void it_owes_a_cause_until_the_responsible_has_found_it() {
        assertThat(file().owesCause()).isTrue();
        assertThat(refusal(ascertain(LAURA)).message()).isEqualTo("ticket.not_responsible");

        done(ascertain(CARLA));

        assertThat(file().owesCause()).isFalse();
        assertThat(file().ascertainment()).satisfies(found -> {
            assertThat(found.cause()).isEqualTo("Materiale non disponibile");
            assertThat(found.text()).isEqualTo("La valvola non si trova.");
            assertThat(found.correctiveAction()).isEqualTo("Scorta di due valvole.");
            assertThat(found.dueOn()).isEqualTo(DAY);
            assertThat(found.by()).isEqualTo("Carla Neri");
        });
        assertThat(scene.types(library)).endsWith("Closed", "Ascertained");
        assertThat(refusal(ascertain(CARLA)).message()).isEqualTo("ticket.nothing_owed");
    }

    @Test
    void the_cause_is_one_of_the_list() {
        assertThat(refusal(ascertaining.ascertain(library, -1, text("Boh."), "", null, scene.as(CARLA)))
                        .message())
                .isEqualTo("duty.cause");
    }

    @Test
    void opened_again_it_owes_nothing_and_closed_again_it_owes_anew() {
        done(ascertain(CARLA));
        done(reopening.reopen(
                library, scene.version(library), title("Riapertura"), text("È arrivata."), false, scene.as(LAURA)));
        assertThat(scene.state(library)).isEqualTo(State.OPEN);
        assertThat(file().owesCause()).isFalse();
        assertThat(file().ascertainment()).isNull();

        scene.closed(library, false, LAURA);
        assertThat(file().owesCause()).isTrue();
        done(ascertain(CARLA));
        assertThat(scene.types(library).stream().filter("Ascertained"::equals)).hasSize(2);
    }

    @Test
    void what_is_not_closed_cannot_be_opened_again() {
        var lamp = scene.lamp();
        assertThat(refusal(reopening.reopen(
                                lamp, scene.version(lamp), title("Ancora"), text("Di nuovo."), true, scene.as(CARLA)))
                        .message())
                .isEqualTo("ticket.not_closed");
    }

    private Outcome<Trace> ascertain(Operator by) {
        var cause = ascertaining.causes().getFirst().id();
        return ascertaining.ascertain(
                library, cause, text("La valvola non si trova."), " Scorta di due valvole. ", DAY, scene.as(by));
    }

    private TicketFile file() {
        return tickets.find(library, scene.as(CARLA)).orElseThrow();
    }
}
