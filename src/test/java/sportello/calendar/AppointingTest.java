package sportello.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.cast.Operator;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Who sees which appointments, and who may change them. */
@SportelloTest
@Transactional
class AppointingTest {
    private static final LocalDate DAY = LocalDate.of(2030, 3, 12);
    private static final Instant NINE = Instant.parse("2030-03-12T08:00:00Z");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Appointing appointing;

    @Autowired
    private Appointments appointments;

    @Autowired
    private TicketFiles tickets;

    private Cast cast;
    private TicketNumber library;

    @BeforeEach
    void giulia_has_written() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var opened = opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), new Message(LibraryStory.TEXT), Uploads.NONE);
        library = ((Outcome.Done<TicketNumber>) opened).value();
    }

    @Test
    void an_appointment_of_ones_own_is_seen_by_nobody_else() {
        make("Dentista", null, LAURA);

        assertThat(titles(LAURA)).containsExactly("Dentista");
        assertThat(titles(CARLA)).isEmpty();
    }

    @Test
    void of_a_day_so_many_are_seen() throws Exception {
        Edge.of("calendar/AppointmentSql.MOST").cuts(many -> {
            db.sql("delete from appointment where agent_id = :laura")
                    .param("laura", cast.id(LAURA).value())
                    .update();
            db.sql("""
                    insert into appointment (agent_id, title, begins_at, ends_at, created_at)
                    select :laura, 'Impegno ' || no, :nine, :ten, :nine from generate_series(1, :many) no
                    """)
                    .param("laura", cast.id(LAURA).value())
                    .param("nine", Timestamp.from(NINE))
                    .param("ten", Timestamp.from(NINE.plusSeconds(3600)))
                    .param("many", many)
                    .update();
            return titles(LAURA).size();
        });
    }

    @Test
    void one_for_a_ticket_is_seen_by_whoever_sees_the_ticket() {
        make("Sopralluogo", library, LAURA);

        assertThat(titles(CARLA)).containsExactly("Sopralluogo");
        assertThat(titles(PIERO)).isEmpty();
        var seen = appointments.of(DAY, cast.as(CARLA)).getFirst();
        assertThat(seen.agentName()).isEqualTo("Laura Bassi");
        assertThat(seen.ticket()).isEqualTo(library);
    }

    @Test
    void who_no_longer_sees_the_ticket_keeps_the_own_appointment_but_not_its_number() {
        make("Sopralluogo", library, LAURA);
        db.sql("update ticket set queue_id = :queue where number = :number")
                .param("queue", cast.id(sportello.cast.Place.AMMINISTRAZIONE).value())
                .param("number", library.value())
                .update();

        var kept = appointments.of(DAY, cast.as(LAURA));
        assertThat(kept).extracting(Appointment::title).containsExactly("Sopralluogo");
        assertThat(kept.getFirst().ticket()).isNull();
    }

    @Test
    void a_ticket_that_one_does_not_see_gets_no_appointment() {
        assertThat(appointing.make(plan("Sopralluogo", library), cast.as(PIERO)))
                .isEqualTo(Outcome.refused("appointment.no_ticket", library.value()));
    }

    @Test
    void everybody_changes_and_cancels_only_the_own() {
        var id = make("Sopralluogo", library, LAURA);

        assertThat(appointing.change(id, plan("Altro", null), cast.as(CARLA)))
                .isEqualTo(Outcome.refused("appointment.gone"));
        assertThat(appointing.cancel(id, cast.as(CARLA))).isFalse();
        assertThat(titles(LAURA)).containsExactly("Sopralluogo");

        appointing.change(id, plan("Sopralluogo rinviato", library), cast.as(LAURA));
        assertThat(titles(CARLA)).containsExactly("Sopralluogo rinviato");
        assertThat(appointing.cancel(id, cast.as(LAURA))).isTrue();
        assertThat(titles(LAURA)).isEmpty();
    }

    @Test
    void the_ticket_shows_what_is_still_to_come() {
        make("Sopralluogo", library, LAURA);
        db.sql("""
                insert into appointment (agent_id, ticket_id, title, begins_at, ends_at, created_at)
                select :agent, id, 'Passato', '2020-01-01', '2020-01-02', now() from ticket where number = :number
                """)
                .param("agent", cast.id(LAURA).value())
                .param("number", library.value())
                .update();
        var ticket = tickets.find(library, cast.as(CARLA)).orElseThrow();

        assertThat(appointments.comingFor(ticket, cast.as(CARLA)))
                .extracting(Appointment::title)
                .containsExactly("Sopralluogo");
    }

    @Test
    void a_day_ends_at_midnight_where_the_viewer_lives() {
        appointing.make(
                plan("Notte", null, Instant.parse("2030-03-11T22:30:00Z"), Instant.parse("2030-03-11T23:30:00Z")),
                cast.as(LAURA));

        assertThat(titles(LAURA)).containsExactly("Notte");
        assertThat(appointments.of(DAY.plusDays(1), cast.as(LAURA))).isEmpty();
    }

    private AppointmentId make(String title, @Nullable TicketNumber ticket, Operator who) {
        return ((Outcome.Done<AppointmentId>) appointing.make(plan(title, ticket), cast.as(who))).value();
    }

    private static Plan plan(String title, @Nullable TicketNumber ticket) {
        return plan(title, ticket, NINE, NINE.plus(Duration.ofHours(1)));
    }

    private static Plan plan(String title, @Nullable TicketNumber ticket, Instant begins, Instant ends) {
        return new Plan(new Title(title), "", "", begins, ends, false, ticket);
    }

    private List<String> titles(Operator who) {
        return appointments.of(DAY, cast.as(who)).stream()
                .map(Appointment::title)
                .toList();
    }
}
