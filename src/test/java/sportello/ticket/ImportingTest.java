package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Html;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Place;
import sportello.queue.Queues;
import sportello.queue.Route;

/** Tickets with a past look and behave like all others. */
@SportelloTest
@Transactional
@RecordApplicationEvents
class ImportingTest {
    private static final Instant OPENED = Instant.parse("2018-09-11T13:15:00Z");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Importing importing;

    @Autowired
    private History history;

    @Autowired
    private Queues queues;

    @Autowired
    private ApplicationEvents published;

    private Cast cast;

    @BeforeEach
    void everybody_is_there() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_number_is_that_of_its_day_and_the_counter_goes_on() {
        assertThat(bring().value()).isEqualTo("2018091110000018");
        assertThat(bring().value()).isEqualTo("2018091110000027");
        assertThat(db.sql("select last from ticket_number_counter where day = '2018-09-11'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void every_step_keeps_its_time_and_the_chain_holds() {
        var ticket = idOf(bring(
                new PastStep.Acknowledged(at(0), "Valle Servizi", TicketLifeTest.text("Ricevuto.")),
                new PastStep.OwnerChanged(at(1), cast.id(CARLA), cast.id(LAURA)),
                new PastStep.Locked(at(2), cast.id(LAURA)),
                new PastStep.Prioritised(at(3), cast.id(LAURA), Priority.HIGH),
                new PastStep.Noted(at(4), cast.id(CARLA), article("Carla Neri", Channel.PHONE, false)),
                new PastStep.Answered(at(5), cast.id(LAURA), article("Laura Bassi", Channel.EMAIL, true)),
                new PastStep.FollowedUp(at(6), cast.id(GIULIA), article("Giulia Moretti", Channel.PORTAL, true)),
                new PastStep.Closed(at(7), cast.id(LAURA), true, article("Laura Bassi", Channel.NOTE, true))));

        var lines = history.of(ticket);
        assertThat(lines.stream().map(line -> line.event().getClass().getSimpleName()))
                .containsExactly(
                        "Opened",
                        "OwnerChanged",
                        "StateChanged",
                        "Locked",
                        "PriorityChanged",
                        "Noted",
                        "Answered",
                        "FollowedUp",
                        "StateChanged",
                        "Closed");
        assertThat(lines.getFirst().at()).isEqualTo(OPENED);
        assertThat(lines.getLast().at()).isEqualTo(at(7));
        assertThat(history.firstBroken(ticket)).isEmpty();
        assertThat(row(ticket, "state_type")).isEqualTo("closed");
        assertThat(moment(ticket, "created_at")).isEqualTo(OPENED);
        assertThat(moment(ticket, "closed_at")).isEqualTo(at(7));
        assertThat(moment(ticket, "changed_at")).isEqualTo(at(7));
    }

    @Test
    void the_articles_are_those_of_a_life_in_the_house() {
        var ticket = idOf(bring(
                new PastStep.Acknowledged(at(0), "Valle Servizi", TicketLifeTest.text("Ricevuto.")),
                new PastStep.Locked(at(1), cast.id(LAURA)),
                new PastStep.Released(at(2), cast.id(LAURA))));
        assertThat(db.sql("""
                select no || ' ' || sender || ' ' || channel || ' ' || coalesce(event, '')
                  from article
                 where ticket_id = :ticket
                 order by no
                """)
                        .param("ticket", ticket.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 customer portal ",
                        "2 system email created",
                        "3 system system locked",
                        "4 system system released");
        assertThat(db.sql("select html_body from article where ticket_id = :ticket and no = 1")
                        .param("ticket", ticket.value())
                        .query(String.class)
                        .single())
                .isEqualTo("<p>Nuovi orari</p>");
    }

    @Test
    void it_may_wait_for_a_day_or_have_been_withdrawn() {
        var waiting = idOf(bring(
                new PastStep.Locked(at(1), cast.id(LAURA)),
                new PastStep.Postponed(at(2), cast.id(LAURA), State.PENDING_REMINDER, at(99))));
        assertThat(row(waiting, "state_type")).isEqualTo("pending_reminder");
        assertThat(moment(waiting, "pending_until")).isEqualTo(at(99));

        var merged = idOf(bring(
                new PastStep.Locked(at(1), cast.id(LAURA)),
                new PastStep.Withdrawn(at(2), cast.id(LAURA), State.MERGED)));
        assertThat(row(merged, "state_type")).isEqualTo("merged");
        assertThat(row(merged, "locked_at")).isNull();
        assertThatThrownBy(() -> bring(new PastStep.Postponed(at(1), cast.id(LAURA), State.OPEN, at(99))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bring(new PastStep.Withdrawn(at(1), cast.id(LAURA), State.CLOSED_SUCCESSFUL)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_move_hands_it_to_the_people_of_the_other_queue() {
        var ticket = idOf(
                bring(new PastStep.Moved(at(1), cast.id(ANNA), cast.id(Place.GUASTI), cast.id(MARIO), cast.id(CARLA))));
        assertThat(row(ticket, "owner_id")).isEqualTo(cast.id(MARIO).value());
        assertThat(row(ticket, "queue_id")).isEqualTo(cast.id(Place.GUASTI).value());
    }

    @Test
    void nobody_is_told_of_what_is_over() {
        bring(new PastStep.Locked(at(1), cast.id(LAURA)));
        assertThat(published.stream(TicketHappened.class)).isEmpty();
    }

    @Test
    void effects_do_not_come_before_their_causes() {
        assertThatThrownBy(() ->
                        bring(new PastStep.Locked(at(2), cast.id(LAURA)), new PastStep.Released(at(1), cast.id(LAURA))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TicketNumber bring(PastStep... life) {
        var giulia = cast.as(GIULIA);
        var route = new Route(
                queues.get(cast.id(Place.IMPIANTI)), null, cast.id(CARLA), 3, "Impianti termici", false, false);
        var request = new PastArticle(
                giulia.name(),
                Channel.PORTAL,
                true,
                LibraryStory.TITLE,
                TicketLifeTest.text(LibraryStory.TEXT),
                Html.sanitised("<p>Nuovi orari</p>"),
                Uploads.NONE);
        return importing.bring(new PastTicket(
                OPENED,
                giulia.customer(),
                giulia.id(),
                TicketLifeTest.title(LibraryStory.TITLE),
                route,
                request,
                List.of(life)));
    }

    private static PastArticle article(String author, Channel channel, boolean visible) {
        return new PastArticle(author, channel, visible, "oggetto", TicketLifeTest.text("testo"), null, Uploads.NONE);
    }

    private static Instant at(int minutes) {
        return OPENED.plusSeconds(60L * minutes);
    }

    private TicketId idOf(TicketNumber number) {
        return new TicketId(db.sql("select id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single());
    }

    private Object row(TicketId ticket, String column) {
        return db.sql("select " + column + " from ticket where id = :id")
                .param("id", ticket.value())
                .query()
                .singleRow()
                .get(column);
    }

    private Instant moment(TicketId ticket, String column) {
        return ((Timestamp) row(ticket, column)).toInstant();
    }
}
