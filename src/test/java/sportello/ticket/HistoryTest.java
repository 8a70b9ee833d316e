package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;

/** The history is append-only, and who goes around that is found out. */
@SportelloTest
@Transactional
class HistoryTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Releasing releasing;

    @Autowired
    private History history;

    private TicketId ticket;

    @BeforeEach
    void a_ticket_with_five_lines() {
        var cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var number = TicketLifeTest.done(opening.byPortal(
                giulia,
                giulia.customer(),
                TicketLifeTest.title(LibraryStory.TITLE),
                TicketLifeTest.text(LibraryStory.TEXT),
                Uploads.NONE));
        TicketLifeTest.done(locking.lock(number, cast.as(LAURA)));
        TicketLifeTest.done(releasing.release(number, cast.as(LAURA)));
        ticket = new TicketId(db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single());
    }

    @Test
    void an_untouched_history_verifies() {
        assertThat(history.of(ticket)).hasSize(5);
        assertThat(history.firstBroken(ticket)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ticket_history set facts = facts where ticket_id = %d",
                "delete from ticket_history where ticket_id = %d",
                "truncate ticket_history cascade -- %d",
            })
    void the_database_refuses_to_change_it(String attack) {
        assertThatThrownBy(() -> db.sql(attack.formatted(ticket.value())).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ticket_history set type = 'moved' where ticket_id = %d and no = 3",
                "update ticket_history set facts = replace(facts::text, 'agent', 'agend')::json where ticket_id = %d and no = 3",
                "update ticket_history set at = at + interval '1 microsecond' where ticket_id = %d and no = 3",
                "update ticket_history set hash = sha256('x') where ticket_id = %d and no = 3",
                "delete from ticket_history where ticket_id = %d and no = 3",
            })
    void an_owner_of_the_database_who_goes_around_that_is_found_out(String attack) {
        db.sql("alter table ticket_history disable trigger user").update();
        db.sql("delete from notification where ticket_id = :id")
                .param("id", ticket.value())
                .update();
        db.sql(attack.formatted(ticket.value())).update();
        assertThat(history.firstBroken(ticket)).contains(3);
    }
}
