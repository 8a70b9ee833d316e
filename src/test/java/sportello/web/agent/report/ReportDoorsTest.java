package sportello.web.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.identity.LoggedIn;
import sportello.stats.Figures;
import sportello.stats.Period;
import sportello.stats.QueueFigures;
import sportello.ticket.Closing;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/** "Resoconti": what came in and what became of it (S38). */
@SportelloTest
@Transactional
class ReportDoorsTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Closing closing;

    @Autowired
    private Figures figures;

    @Autowired
    private Clock clock;

    private Cast cast;

    @BeforeEach
    void the_cast_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void each_queue_says_what_came_in_and_what_became_of_it() {
        var before = ofTheHeating();
        asked();
        close(asked(), true);
        close(asked(), true);
        close(asked(), false);
        var reopened = asked();
        close(reopened, true);
        open(reopened);

        var now = ofTheHeating();
        assertThat(now.created() - before.created()).isEqualTo(5);
        assertThat(now.solved() - before.solved()).isEqualTo(2);
        assertThat(now.failed() - before.failed()).isEqualTo(1);
        assertThat(now.active() - before.active()).isEqualTo(2);
    }

    @Test
    void only_the_days_that_are_asked_for_count_and_they_begin_at_the_viewers_midnight() {
        var day = LocalDate.of(1999, 12, 31);
        created("1999-12-30T22:59:59Z");
        created("1999-12-30T23:00:00Z");
        created("1999-12-31T22:59:59Z");
        created("1999-12-31T23:00:00Z");

        assertThat(ofTheHeating(new Period(day, day)).created()).isEqualTo(2);
    }

    @Test
    void a_supplier_reads_of_the_own_queue_and_of_no_other() throws Exception {
        asked();
        look(PIERO, "")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Guasti"), not(containsString("Impianti termici")))));
    }

    @Test
    void the_page_stands_between_the_requests_and_the_administration() throws Exception {
        look(ANNA, "?from=2026-11-01&to=2026-11-30")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        ">Cruscotto<",
                                        ">Utenti<",
                                        ">Calendario<",
                                        ">Richieste<",
                                        ">Resoconti<",
                                        ">Admin<"),
                                containsString("value=\"2026-11-01\""),
                                containsString("value=\"2026-11-30\""),
                                containsString("Chiusi senza successo"))));
    }

    @Test
    void a_span_that_is_none_comes_back_with_its_reason() throws Exception {
        look(LAURA, "?from=2026-11-30&to=2026-11-01")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(
                                containsString("scambi le due date"),
                                containsString("value=\"2026-11-30\""),
                                containsString("value=\"2026-11-01\""))));
    }

    private QueueFigures ofTheHeating() {
        return ofTheHeating(
                Period.until(LocalDate.ofInstant(clock.instant(), cast.as(LAURA).zone())));
    }

    private QueueFigures ofTheHeating(Period period) {
        return figures.byQueue(period, cast.as(LAURA)).stream()
                .filter(queue -> queue.name().equals(Place.IMPIANTI.queue()))
                .findFirst()
                .orElseThrow();
    }

    private TicketNumber asked() {
        return LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    private void created(String moment) {
        db.sql("update ticket set created_at = :moment::timestamptz where number = :number")
                .param("moment", moment)
                .param("number", asked().value())
                .update();
    }

    private void close(TicketNumber number, boolean successful) {
        var outcome = closing.close(
                number,
                0,
                successful ? State.CLOSED_SUCCESSFUL : State.CLOSED_UNSUCCESSFUL,
                new Title("Chiusura"),
                new Message("Fatto."),
                false,
                cast.as(LAURA));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    /** As its customer would, by writing again. */
    private void open(TicketNumber number) {
        db.sql("update ticket set state_id = 3, state_type = 'open', closed_at = null where number = :number")
                .param("number", number.value())
                .update();
    }

    private ResultActions look(Operator who, String query) throws Exception {
        return web.perform(get(URI.create("/reports" + query)).with(LoggedIn.as(cast.as(who), db)));
    }
}
