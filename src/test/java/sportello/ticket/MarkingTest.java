package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;
import static sportello.cast.Operator.PIERO;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;

/** "Selezione": a star that everybody sees (S47). */
@SportelloTest
@Transactional
class MarkingTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Marking marking;

    @Autowired
    private TicketFiles tickets;

    @Autowired
    private History history;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_written() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var opened = opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
        number = ((Outcome.Done<TicketNumber>) opened).value();
    }

    @Test
    void what_one_marks_everybody_sees() {
        marking.mark(number, 1, true, cast.as(LAURA));

        assertThat(isMarked(1, CARLA)).isTrue();
        assertThat(isMarked(2, CARLA)).isFalse();

        marking.mark(number, 1, false, cast.as(CARLA));
        assertThat(isMarked(1, LAURA)).isFalse();
    }

    @Test
    void each_change_is_a_line_of_the_history_and_no_change_is_none() {
        var before = history.of(ticket(LAURA).id()).size();

        marking.mark(number, 1, true, cast.as(LAURA));
        var again = marking.mark(number, 1, true, cast.as(CARLA));
        var missing = marking.mark(number, 99, true, cast.as(CARLA));

        assertThat(again).isEqualTo(Outcome.done(Trace.NONE));
        assertThat(missing).isEqualTo(Outcome.done(Trace.NONE));
        var lines = history.of(ticket(LAURA).id());
        assertThat(lines).hasSize(before + 1);
        assertThat(lines.getLast().event()).isInstanceOfSatisfying(TicketEvent.Marked.class, marked -> {
            assertThat(marked.no()).isEqualTo(1);
            assertThat(marked.important()).isTrue();
            assertThat(marked.by()).isEqualTo(cast.as(LAURA).actor());
        });
    }

    @Test
    void who_may_write_notes_may_mark_also_what_others_hold_and_nobody_else() {
        db.sql("update ticket set locked_at = now(), owner_id = :mario where number = :number")
                .param("mario", cast.id(Operator.MARIO).value())
                .param("number", number.value())
                .update();

        assertThat(marking.mark(number, 1, true, cast.as(NADIA))).isInstanceOf(Outcome.Done.class);
        Assertions.assertThatThrownBy(() -> marking.mark(number, 1, false, cast.as(PIERO)))
                .isInstanceOf(TicketNotFound.class);
    }

    private boolean isMarked(int no, Operator who) {
        return tickets.articlesOf(ticket(who)).stream()
                .filter(row -> row.no() == no)
                .findFirst()
                .orElseThrow()
                .marked();
    }

    private TicketFile ticket(Operator who) {
        return tickets.find(number, cast.as(who)).orElseThrow();
    }
}
