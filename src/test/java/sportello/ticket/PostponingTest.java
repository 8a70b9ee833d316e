package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.refusal;
import static sportello.ticket.TicketLifeTest.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Actor;

/** Waiting for a day, and what the day brings (S69). */
@SportelloTest
@Transactional
class PostponingTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private Postponing postponing;

    @Autowired
    private FollowingUp followingUp;

    @Autowired
    private Clock clock;

    private Scene scene;
    private TicketNumber library;
    private Instant tomorrow;

    @BeforeEach
    void a_request_is_there() {
        scene = Scene.on(beans);
        library = scene.library();
        tomorrow = clock.instant().plus(Duration.ofDays(1));
    }

    @Test
    void a_free_ticket_is_locked_by_putting_it_aside_and_the_reason_is_internal() {
        done(postponing.postpone(
                library, scene.version(library), State.PENDING_REMINDER, tomorrow, text("Manca il pezzo."), laura()));

        assertThat(scene.state(library)).isEqualTo(State.PENDING_REMINDER);
        assertThat(scene.row(library).locked()).isTrue();
        assertThat(scene.owner(library)).isEqualTo(laura().id());
        assertThat(scene.types(library))
                .containsExactly("Opened", "StateChanged", "Locked", "StateChanged", "Postponed");
        assertThat(scene.articles(library).getLast()).contains("interno");
    }

    @Test
    void the_day_must_lie_ahead_and_not_in_another_age() {
        var version = scene.version(library);
        assertThat(refusal(postponing.postpone(
                                library, version, State.PENDING_REMINDER, clock.instant(), null, laura()))
                        .message())
                .isEqualTo("pending.past");
        assertThat(refusal(postponing.postpone(
                                library,
                                version,
                                State.PENDING_REMINDER,
                                tomorrow.plus(Duration.ofDays(5 * 366)),
                                null,
                                laura()))
                        .message())
                .isEqualTo("pending.far");
        assertThat(refusal(postponing.postpone(library, version, State.OPEN, tomorrow, null, laura()))
                        .message())
                .isEqualTo("pending.unchosen");
    }

    @Test
    void it_may_lie_five_years_ahead_and_not_an_hour_more() {
        var years = clock.instant().atZone(ZoneOffset.UTC).plusYears(5).toInstant();
        for (var fits : List.of(years.minus(Duration.ofHours(1)), years))
            assertThat(until(fits)).isInstanceOf(Outcome.Done.class);
        assertThat(refusal(until(years.plus(Duration.ofHours(1))))).isEqualTo(new Refusal("pending.far", 5));
    }

    private Outcome<Trace> until(Instant moment) {
        return postponing.postpone(library, scene.version(library), State.PENDING_REMINDER, moment, null, laura());
    }

    @Test
    void who_reads_along_and_who_finds_it_locked_cannot_put_it_aside() {
        assertThat(refusal(postponing.postpone(library, 0, State.PENDING_REMINDER, tomorrow, null, scene.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
        scene.locked(library, LAURA);
        assertThat(refusal(postponing.postpone(
                                library,
                                scene.version(library),
                                State.PENDING_REMINDER,
                                tomorrow,
                                null,
                                scene.as(MARIO)))
                        .message())
                .isEqualTo("ticket.held");
    }

    @Test
    void before_its_day_nothing_happens() {
        scene.waiting(library, State.PENDING_REMINDER, tomorrow, LAURA);
        scene.fallDue();
        assertThat(scene.types(library)).doesNotContain("ReminderReached");
    }

    @Test
    void the_reminder_comes_once_however_often_the_house_looks_and_again_for_another_day() {
        scene.waiting(library, State.PENDING_REMINDER, tomorrow, LAURA);
        scene.dayCame(library);
        scene.fallDue();
        scene.fallDue();
        assertThat(scene.types(library)).containsOnlyOnce("ReminderReached");
        assertThat(scene.state(library)).isEqualTo(State.PENDING_REMINDER);

        scene.waiting(library, State.PENDING_REMINDER, tomorrow, LAURA);
        scene.dayCame(library);
        scene.fallDue();
        assertThat(scene.types(library).stream().filter("ReminderReached"::equals))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_CLOSE_SUCCESSFUL, CLOSED_SUCCESSFUL, true",
        "PENDING_CLOSE_UNSUCCESSFUL, CLOSED_UNSUCCESSFUL, false"
    })
    void what_should_close_by_itself_is_closed_by_the_house(State waiting, State end, boolean successful) {
        scene.waiting(library, waiting, tomorrow, LAURA);
        scene.dayCame(library);
        scene.fallDue();
        scene.fallDue();

        assertThat(scene.state(library)).isEqualTo(end);
        assertThat(scene.row(library).locked()).isFalse();
        assertThat(scene.articles(library).getLast()).endsWith("interno Chiusura automatica");
        assertThat(scene.events(library).getLast()).isInstanceOfSatisfying(TicketEvent.Closed.class, closed -> {
            assertThat(closed.by()).isEqualTo(Actor.SYSTEM);
            assertThat(closed.successful()).isEqualTo(successful);
        });
    }

    @Test
    void the_customers_word_ends_the_waiting() {
        scene.waiting(library, State.PENDING_CLOSE_SUCCESSFUL, tomorrow, LAURA);
        done(followingUp.byPortal(
                library, text("Non funziona."), Uploads.NONE, scene.cast().as(GIULIA)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        assertThat(scene.row(library).waits()).isFalse();
    }

    @Test
    void who_has_it_or_answers_for_it_takes_it_up_again_before_its_day() {
        scene.waiting(library, State.PENDING_REMINDER, tomorrow, LAURA);
        assertThat(refusal(postponing.resume(library, scene.as(MARIO))).message())
                .isEqualTo("ticket.held");
        done(postponing.resume(library, scene.as(CARLA)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        assertThat(scene.row(library).waits()).isFalse();
        assertThat(refusal(postponing.resume(library, scene.as(CARLA))).message())
                .isEqualTo("ticket.not_pending");
    }

    private sportello.identity.Viewer.AgentViewer laura() {
        return scene.as(LAURA);
    }
}
