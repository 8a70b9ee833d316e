package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.ticket.TicketLifeTest.done;
import static sportello.ticket.TicketLifeTest.text;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;

/** A lock that nobody touches for as long as its queue allows is released by the house (F37). */
@SportelloTest
@Transactional
class IdleLocksTest {
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
        assertThat(db.sql("select count(*) from article where event = 'released_when_idle' and not visible")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("""
                        select a.login
                          from notification n
                          join ticket_history h on h.id = n.history_id and h.type = 'released'
                          join agent a on a.id = n.agent_id
                         order by a.login
                        """).query(String.class).list()).containsExactly("carla.neri", "laura.bassi");
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

    private void patience(int minutes) {
        db.sql("update queue set idle_minutes = :minutes")
                .param("minutes", minutes)
                .update();
    }

    private void ago(Duration time) {
        db.sql("update ticket set locked_at = :then where number = :number")
                .param("then", Timestamp.from(clock.instant().minus(time)))
                .param("number", library.value())
                .update();
    }
}
