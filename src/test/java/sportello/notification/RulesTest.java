package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.notification.Audience.ADMINISTRATORS;
import static sportello.notification.Audience.CUSTOMER_USER;
import static sportello.notification.Audience.OWNER;
import static sportello.notification.Audience.QUEUE_AGENTS;
import static sportello.notification.Audience.RESPONSIBLE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Operator;
import sportello.identity.Actor;
import sportello.ticket.HistoryId;

/** The procedure's table (section 11) as data: what only time brings, what the desk may switch on, who stays undisturbed. */
@SportelloTest
@Transactional
class RulesTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Telling telling;

    @Test
    void a_change_of_owner_reaches_the_customer_if_the_desk_wants_it() {
        var lamp = Story.ofTheStreetLamp(beans);
        switchOn(Occasion.OWNER_CHANGED, CUSTOMER_USER);
        assertThat(told(lamp.givenTo(Operator.PIERO, MARIO)))
                .containsExactly("Paolo Galli: customer_user", "Piero Gatti: owner", "Carla Neri: responsible");
    }

    @Test
    void no_rule_can_send_an_internal_note_to_the_customer() {
        assertThat(db.sql("select count(*) from notification_rule where event = 'noted' and audience = 'customer_user'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_customer_gets_a_receipt_if_the_desk_wants_it() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        switchOn(Occasion.FOLLOWED_UP, CUSTOMER_USER);
        assertThat(told(library.followedUp("Anche il sabato mattina.", GIULIA)))
                .containsExactly("Giulia Moretti: customer_user", "Laura Bassi: owner", "Carla Neri: responsible");
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            names = {"PENDING_REACHED", "PENDING_REACHED_UNLOCKED", "ESCALATION_NEAR", "ESCALATED"})
    void what_time_brings_reaches_owner_and_responsible(Occasion occasion) {
        assertThat(toldByTheClock(occasion)).contains("Mario Ferri: owner", "Carla Neri: responsible");
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            names = {"PENDING_REACHED_UNLOCKED", "ESCALATION_NEAR", "ESCALATED"})
    void what_time_brings_reaches_the_queue_too(Occasion occasion) {
        assertThat(toldByTheClock(occasion)).contains("Piero Gatti: queue_agents");
    }

    @Test
    void the_end_of_waiting_on_a_locked_ticket_stays_among_its_people() {
        assertThat(toldByTheClock(Occasion.PENDING_REACHED)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "OPENED_RAW",
                "PRIORITY_CHANGED",
                "TYPE_CHANGED",
                "SERVICE_CHANGED",
                "FIELD_CHANGED",
                "CUSTOMER_CHANGED"
            })
    void only_raw_requests_reach_the_administrators(Occasion occasion) {
        assertThat(audiences(occasion)).isNotEmpty().doesNotContain(ADMINISTRATORS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            names = {
                "OPENED_UNOWNED",
                "MOVED",
                "FOLLOWED_UP_UNLOCKED",
                "PENDING_REACHED_UNLOCKED",
                "ESCALATION_NEAR",
                "ESCALATED"
            },
            mode = EnumSource.Mode.EXCLUDE)
    void the_queue_is_not_disturbed_by_what_is_in_hand(Occasion occasion) {
        assertThat(audiences(occasion)).doesNotContain(QUEUE_AGENTS);
    }

    @ParameterizedTest
    @EnumSource(
            value = Occasion.class,
            names = {
                "RESPONSIBLE_CHANGED",
                "NOTED",
                "PENDING_REACHED",
                "PENDING_REACHED_UNLOCKED",
                "ESCALATION_NEAR",
                "ESCALATED"
            })
    void what_is_the_houses_own_business_is_not_told_to_the_customer(Occasion occasion) {
        assertThat(audiences(occasion)).contains(OWNER, RESPONSIBLE).doesNotContain(CUSTOMER_USER);
    }

    /** These come without an event of today: as if the clock had said it of the street lamp. */
    private List<String> toldByTheClock(Occasion occasion) {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.prioritised(MARIO);
        telling.tell(new News(line, lamp.id(), Actor.SYSTEM, occasion, null));
        return told(line);
    }

    private List<Audience> audiences(Occasion occasion) {
        return db
                .sql("select audience from notification_rule where event = :event")
                .param("event", occasion.key())
                .query(String.class)
                .list()
                .stream()
                .map(Audience::of)
                .toList();
    }

    private void switchOn(Occasion occasion, Audience audience) {
        db.sql("update notification_rule set enabled = true where event = :event and audience = :audience")
                .param("event", occasion.key())
                .param("audience", audience.key())
                .update();
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }
}
