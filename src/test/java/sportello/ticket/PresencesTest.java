package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;

/** Who is on a ticket's page. */
@SportelloTest
@Transactional
class PresencesTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Presences presences;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void there_is_a_ticket() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        number = TicketLifeTest.done(opening.byPortal(
                giulia,
                giulia.customer(),
                TicketLifeTest.title(LibraryStory.TITLE),
                TicketLifeTest.text(LibraryStory.TEXT),
                Uploads.NONE));
    }

    @Test
    void each_sees_the_others_and_not_themselves() {
        presences.note(number, Presence.LOOKING, cast.as(LAURA));
        presences.note(number, Presence.WRITING, cast.as(MARIO));
        assertThat(presences.others(number, cast.as(LAURA)))
                .containsExactly(new Present("Mario Ferri", Presence.WRITING));
        assertThat(presences.others(number, cast.as(MARIO)))
                .containsExactly(new Present("Laura Bassi", Presence.LOOKING));
        assertThat(presences.others(number, cast.as(NADIA)))
                .extracting(Present::name)
                .containsExactly("Laura Bassi", "Mario Ferri");
    }

    @Test
    void who_stops_writing_still_looks() {
        presences.note(number, Presence.WRITING, cast.as(MARIO));
        presences.note(number, Presence.LOOKING, cast.as(MARIO));
        assertThat(presences.others(number, cast.as(LAURA)))
                .containsExactly(new Present("Mario Ferri", Presence.LOOKING));
    }

    @Test
    void who_leaves_is_gone() {
        presences.note(number, Presence.LOOKING, cast.as(MARIO));
        presences.leave(number, cast.as(MARIO));
        presences.leave(number, cast.as(MARIO));
        assertThat(presences.others(number, cast.as(LAURA))).isEmpty();
    }

    @Test
    void of_whom_nothing_is_heard_for_a_while_has_left() {
        presences.note(number, Presence.LOOKING, cast.as(MARIO));
        age(Presences.LIFE);
        assertThat(presences.others(number, cast.as(LAURA))).isEmpty();
        presences.note(number, Presence.LOOKING, cast.as(LAURA));
        assertThat(db.sql("select count(*) from presence").query(Long.class).single())
                .as("the next who comes sweeps up")
                .isEqualTo(1);
    }

    @Test
    void the_supplier_who_may_not_see_the_ticket_is_not_there_and_sees_nobody() {
        var piero = cast.as(PIERO);
        assertThatThrownBy(() -> presences.note(number, Presence.LOOKING, piero))
                .isInstanceOf(TicketNotFound.class);
        assertThatThrownBy(() -> presences.others(number, piero)).isInstanceOf(TicketNotFound.class);
        assertThat(presences.others(number, cast.as(LAURA))).isEqualTo(List.of());
    }

    private void age(Duration by) {
        db.sql("update presence set until = until - make_interval(secs => :seconds)")
                .param("seconds", by.toSeconds() + 1)
                .update();
    }
}
