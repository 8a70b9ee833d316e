package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.text;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.worktime.KeepingHours;
import sportello.worktime.TypedHours;

/** A lock that nobody touches for as long as its queue allows is released by the house (F37). */
@SportelloTest
@Transactional
class IdleLocksTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private IdleLocks locks;

    @Autowired
    private Prioritising prioritising;

    @Autowired
    private Drafts drafts;

    @Autowired
    private KeepingHours hours;

    @Autowired
    private Clock clock;

    private Scene scene;
    private TicketNumber library;

    @BeforeEach
    void laura_has_it_locked() {
        scene = Scene.on(beans);
        db.sql("update ticket set locked_at = null").update();
        library = scene.library();
        scene.locked(library, LAURA);
        patience(120);
    }

    @Test
    void it_is_free_again_and_its_people_are_told() {
        locks.releaseAt(clock.instant().plus(Duration.ofMinutes(121)));

        assertThat(scene.state(library)).isEqualTo(State.OPEN);
        assertThat(scene.owner(library))
                .as("the last owner stays known")
                .isEqualTo(scene.as(LAURA).id());
        assertThat(scene.types(library)).endsWith("StateChanged", "Released");
        assertThat(db.sql("""
                        select count(*)
                          from article a
                          join ticket t on t.id = a.ticket_id
                         where t.number = :number
                           and a.event = 'released_when_idle'
                           and not a.visible
                        """)
                        .param("number", library.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("""
                        select a.login
                          from notification n
                          join ticket_history h on h.id = n.history_id and h.type = 'released'
                          join ticket t on t.id = n.ticket_id
                          join agent a on a.id = n.agent_id
                         where t.number = :number
                         order by a.login
                        """)
                        .param("number", library.value())
                        .query(String.class)
                        .list())
                .containsExactly("carla.neri", "laura.bassi");
    }

    @Test
    void not_before_and_never_where_the_queue_says_nothing() {
        locks.releaseAt(clock.instant().plus(Duration.ofMinutes(119)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        patience(0);
        locks.releaseAt(clock.instant().plus(Duration.ofDays(365)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void what_owner_or_responsible_does_begins_the_time_anew() {
        ago(Duration.ofMinutes(121));
        done(prioritising.prioritise(library, scene.version(library), Priority.HIGH, scene.as(CARLA)));
        locks.releaseAt(clock.instant().plus(Duration.ofMinutes(119)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        locks.releaseAt(clock.instant().plus(Duration.ofMinutes(121)));
        assertThat(scene.state(library)).isEqualTo(State.OPEN);
    }

    @Test
    void who_is_writing_keeps_it() {
        drafts.keep(
                library,
                DraftKind.ANSWER,
                1,
                Map.of("text", text("Sto scrivendo").value()),
                scene.as(LAURA));
        db.sql("update draft set saved_at = :then")
                .param("then", Timestamp.from(clock.instant().plus(Duration.ofMinutes(60))))
                .update();
        locks.releaseAt(clock.instant().plus(Duration.ofMinutes(121)));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void what_waits_for_a_day_is_not_idle() {
        var day = clock.instant().plus(Duration.ofDays(3));
        scene.waiting(library, State.PENDING_REMINDER, day, LAURA);
        locks.releaseAt(clock.instant().plus(Duration.ofDays(2)));
        assertThat(db.sql("select locked_at is not null from ticket where number = :number")
                        .param("number", library.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Nobody works from Friday at six to Monday at eight. */
    @Test
    void the_time_counts_while_its_queue_works() {
        follows(office());
        var friday = LocalDate.ofInstant(clock.instant(), ROME).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        patience(60);
        lockedAt(at(friday, "17:50"));

        var monday = friday.plusDays(3);
        locks.releaseAt(at(monday, "08:49"));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);
        locks.releaseAt(at(monday, "08:50"));
        assertThat(scene.state(library)).isEqualTo(State.OPEN);
    }

    @Test
    void a_queue_that_names_no_hours_follows_the_standard_ones() {
        var friday = LocalDate.ofInstant(clock.instant(), ROME).with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        office();
        patience(60);
        lockedAt(at(friday, "17:50"));
        locks.releaseAt(at(friday.plusDays(2), "12:00"));
        assertThat(scene.state(library)).isEqualTo(State.IN_PROGRESS);

        db.sql("update working_hours set standard = false").update();
        locks.releaseAt(at(friday, "18:50"));
        assertThat(scene.state(library)).as("all time counts again").isEqualTo(State.OPEN);
    }

    /** The house's standard. */
    private long office() {
        db.sql("update working_hours set standard = false").update();
        var day = "8:00–12:30, 13:30–18:00";
        done(hours.add(
                new TypedHours(
                        "Sportello al pubblico",
                        ROME.getId(),
                        day,
                        day,
                        day,
                        day,
                        day,
                        "",
                        "",
                        false,
                        List.of(),
                        true,
                        true),
                Authority.HOUSE));
        return db.sql("select id from working_hours where name = 'Sportello al pubblico'")
                .query(Long.class)
                .single();
    }

    private void follows(long hours) {
        db.sql("update working_hours set standard = false").update();
        db.sql("update queue set hours_id = :hours").param("hours", hours).update();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(ROME).toInstant();
    }

    private void patience(int minutes) {
        db.sql("update queue set idle_minutes = :minutes")
                .param("minutes", minutes)
                .update();
    }

    private void ago(Duration time) {
        lockedAt(clock.instant().minus(time));
    }

    private void lockedAt(Instant then) {
        db.sql("update ticket set locked_at = :then where number = :number")
                .param("then", Timestamp.from(then))
                .param("number", library.value())
                .update();
    }
}
