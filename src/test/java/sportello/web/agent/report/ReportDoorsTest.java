package sportello.web.agent.report;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.PIERO;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
import sportello.identity.Viewer.AgentViewer;
import sportello.stats.Aspect;
import sportello.stats.Failure;
import sportello.stats.Figures;
import sportello.stats.Movement;
import sportello.stats.Period;
import sportello.stats.Spread;
import sportello.stats.Tally;
import sportello.stats.Volume;
import sportello.ticket.Ascertaining;
import sportello.ticket.Closing;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

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
    private Noting noting;

    @Autowired
    private Ascertaining ascertaining;

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
    void each_queue_says_what_came_in_and_what_became_of_it_and_those_above_it_too() {
        var before = ofTheHeating();
        var above = of(Aspect.QUEUE, "Energia", recently());
        asked();
        close(asked(), true);
        close(asked(), true);
        close(asked(), false);
        var reopened = asked();
        close(reopened, true);
        open(reopened);

        var now = ofTheHeating();
        assertThat(more(now, before)).isEqualTo(new Volume(5, 2, 1, 2, 1, 1));
        assertThat(more(of(Aspect.QUEUE, "Energia", recently()), above)).isEqualTo(new Volume(5, 2, 1, 2, 1, 1));
        assertThat(figures.by(Aspect.CUSTOMER, recently(), laura()).all().volume())
                .isEqualTo(figures.by(Aspect.QUEUE, recently(), laura()).all().volume());
        assertThat(figures.volume(recently(), laura()).created())
                .isEqualTo(figures.by(Aspect.TYPE, recently(), laura())
                        .all()
                        .volume()
                        .created());
        assertThat(figures.movements(recently(), laura()).stream()
                        .mapToInt(Movement::created)
                        .sum())
                .isEqualTo(figures.volume(recently(), laura()).created());
    }

    @Test
    void only_the_days_that_are_asked_for_count_and_they_begin_at_the_viewers_midnight() {
        var day = LocalDate.of(1999, 12, 31);
        created("1999-12-30T22:59:59Z");
        created("1999-12-30T23:00:00Z");
        created("1999-12-31T22:59:59Z");
        created("1999-12-31T23:00:00Z");

        var span = new Period(day, day);
        assertThat(of(Aspect.QUEUE, Place.IMPIANTI.queue(), span).volume().created())
                .isEqualTo(2);
        assertThat(figures.movements(span, laura())).containsExactly(new Movement(day, 2, 0));
    }

    /** Friday half past four to Monday half past nine, in a house that works from nine to five. */
    @Test
    void times_are_told_in_work_and_on_the_calendar_and_without_what_was_waited() {
        officeHours();
        var number = asked();
        set(number, "created_at = '2001-03-02T15:30Z', answered_at = '2001-03-05T08:30Z'");
        set(
                number,
                "changed_at = '2001-03-05T09:00Z', pending_until = '2001-03-06T09:00Z', state_id = 4,"
                        + " state_type = 'pending_reminder'");
        set(number, "changed_at = '2001-03-05T11:00Z', pending_until = null, state_id = 3, state_type = 'open'");
        set(number, "closed_at = '2001-03-05T14:00Z', state_id = 7, state_type = 'closed'");

        var march = new Period(LocalDate.of(2001, 3, 1), LocalDate.of(2001, 3, 31));
        var line = of(Aspect.QUEUE, Place.IMPIANTI.queue(), march);
        assertThat(line.answered()).isEqualTo(lasting(1));
        assertThat(line.answeredIn()).isEqualTo(lasting(65));
        assertThat(line.closed()).isEqualTo(new Spread(minutes(390), minutes(390)));
        assertThat(line.closedIn()).isEqualTo(new Spread(minutes(4230), minutes(4230)));
        assertThat(line.unwaited()).isEqualTo(new Spread(minutes(270), minutes(270)));
        assertThat(figures.by(Aspect.RESPONSIBLE, march, laura()).all().closed())
                .isEqualTo(line.closed());
    }

    @Test
    void what_the_customer_reads_of_an_agent_is_an_answer_until_it_is_recalled() {
        var number = asked();
        note(number, false);
        assertThat(answeredAt(number)).isEmpty();
        note(number, true);
        var first = answeredAt(number);
        assertThat(first).isPresent();
        note(number, true);
        assertThat(answeredAt(number)).isEqualTo(first);
        db.sql("""
                update article
                   set recalled_at = now(), visible = false
                 where ticket_id = (select id from ticket where number = :number)
                   and sender = 'agent'
                """).param("number", number.value()).update();
        assertThat(answeredAt(number)).isEmpty();
    }

    @Test
    void who_takes_back_the_mail_that_closed_has_not_reopened() {
        var before = ofTheHeating().volume().reopened();
        var number = asked();
        close(number, true);
        db.sql("""
                update article
                   set recalled_at = now() + interval '1 hour'
                 where ticket_id = (select id from ticket where number = :number)
                   and sender = 'agent'
                """).param("number", number.value()).update();
        open(number);
        assertThat(ofTheHeating().volume().reopened()).isEqualTo(before);
    }

    @Test
    void a_failure_is_told_with_its_cause_and_what_is_done_about_it() throws Exception {
        var number = asked();
        close(number, false);
        assertThat(failure(number).cause()).isNull();
        var cause = ascertaining.causes().getFirst();
        assertThat(ascertaining.ascertain(
                        number,
                        cause.id(),
                        new Message("La valvola non si trova."),
                        "Scorta di due valvole.",
                        null,
                        cast.as(CARLA)))
                .isInstanceOf(Outcome.Done.class);

        assertThat(failure(number).cause()).isEqualTo(cause.name());
        assertThat(figures.causes(recently(), laura()))
                .anyMatch(one -> cause.name().equals(one.name()));
        look(LAURA, "").andExpect(content().string(containsString("Scorta di due valvole.")));
        var file = look(LAURA, "/export?by=failures").andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(file, UTF_8)).contains(number.value(), "Scorta di due valvole.");
        look(PIERO, "/export?by=failures").andExpect(content().string(not(containsString(number.value()))));
    }

    @Test
    void each_way_of_telling_apart_is_a_page_a_file_and_a_document() throws Exception {
        close(asked(), true);
        for (var aspect : Aspect.values()) {
            var query = "?by=" + aspect.key();
            look(LAURA, query).andExpect(status().isOk()).andExpect(content().string(containsString("mediana")));
            look(LAURA, "/export" + query + "&format=xlsx").andExpect(status().isOk());
            var pdf = look(LAURA, "/print" + query).andReturn().getResponse().getContentAsByteArray();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                        .contains("Resoconto per", "Periodo dal", "Emesso da Laura", "pagina 1 di");
            }
        }
        look(LAURA, "?by=meteo").andExpect(status().isNotFound());
        look(LAURA, "/export?format=exe").andExpect(status().isNotFound());
        look(LAURA, "/print?from=2026-11-30&to=2026-11-01").andExpect(status().isUnprocessableContent());
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

    private Tally ofTheHeating() {
        return of(Aspect.QUEUE, Place.IMPIANTI.queue(), recently());
    }

    private Tally of(Aspect aspect, String name, Period period) {
        return figures.by(aspect, period, laura()).lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Period recently() {
        return Period.until(LocalDate.ofInstant(clock.instant(), laura().zone()));
    }

    private AgentViewer laura() {
        return cast.as(LAURA);
    }

    private static Volume more(Tally now, Tally before) {
        var one = now.volume();
        var other = before.volume();
        return new Volume(
                one.created() - other.created(),
                one.solved() - other.solved(),
                one.failed() - other.failed(),
                one.active() - other.active(),
                one.reopened() - other.reopened(),
                one.duties() - other.duties());
    }

    private static Spread lasting(long hours) {
        return new Spread(Duration.ofHours(hours), Duration.ofHours(hours));
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    private Failure failure(TicketNumber number) {
        return figures.failures(recently(), laura()).stream()
                .filter(failure -> failure.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void officeHours() {
        db.sql("""
                with hours as (
                    insert into working_hours (name, zone, italian_holidays)
                    values ('Da nove a cinque', 'Europe/Rome', true)
                    returning id),
                spans as (
                    insert into working_span (hours_id, opens, closes)
                    select id, day * 1440 + 540, day * 1440 + 1020
                      from hours, generate_series(0, 4) day)
                update queue set hours_id = (select id from hours) where name = :queue
                """).param("queue", Place.IMPIANTI.queue()).update();
    }

    private void set(TicketNumber number, String changes) {
        db.sql("update ticket set " + changes + " where number = :number")
                .param("number", number.value())
                .update();
    }

    private void note(TicketNumber number, boolean visible) {
        var outcome = noting.note(number, new Title("Valvola"), new Message("Arriva."), visible, Uploads.NONE, laura());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private Optional<Instant> answeredAt(TicketNumber number) {
        return db.sql("select answered_at from ticket where number = :number and answered_at is not null")
                .param("number", number.value())
                .query((row, place) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    private TicketNumber asked() {
        return LibraryStory.askedBy(cast.as(GIULIA), opening);
    }

    private void created(String moment) {
        set(asked(), "created_at = '" + moment + "'");
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
        set(number, "state_id = 3, state_type = 'open', closed_at = null");
    }

    private ResultActions look(Operator who, String query) throws Exception {
        return web.perform(get(URI.create("/reports" + query)).with(LoggedIn.as(cast.as(who), db)));
    }
}
