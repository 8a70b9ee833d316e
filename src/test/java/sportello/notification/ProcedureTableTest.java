package sportello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Operator;
import sportello.cast.Place;
import sportello.ticket.Call;
import sportello.ticket.HistoryId;
import sportello.ticket.State;

/** Who is told what: each row of the procedure's table (section 11), those who are told and those who are not. */
@SportelloTest
@Transactional
class ProcedureTableTest {
    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Ledger ledger;

    @Test
    void a_new_ticket_with_owner_and_responsible_reaches_both_and_the_customer() {
        var lamp = Story.ofTheStreetLamp(beans);
        assertThat(told(lamp.opening()))
                .containsExactly("Paolo Galli: customer_user", "Mario Ferri: owner", "Carla Neri: responsible");
        assertThat(notTold(lamp.opening())).isEmpty();
    }

    @Test
    void a_new_ticket_without_owner_reaches_all_who_may_work_in_its_queue() {
        var library = Story.ofTheLibrary(beans);
        assertThat(told(library.opening()))
                .containsExactly(
                        "Giulia Moretti: customer_user",
                        "Carla Neri: responsible",
                        "Laura Bassi: queue_agents",
                        "Mario Ferri: queue_agents");
        assertThat(notTold(library.opening())).containsExactly("Carla Neri: queue_agents, told_already");
    }

    @Test
    void a_new_ticket_in_raw_reaches_the_administrators() {
        var fair = Story.ofTheFair(beans);
        assertThat(told(fair.opening())).containsExactly("Emily Carter: customer_user", "Anna Riva: administrators");
        assertThat(notTold(fair.opening())).isEmpty();
    }

    @Test
    void a_lock_reaches_the_responsible_and_the_customer() {
        var line = Story.ofTheLibrary(beans).locked(LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, actor");
    }

    @Test
    void a_release_reaches_the_responsible_who_must_reassign_and_the_customer() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.released(LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, actor");
    }

    @Test
    void who_held_a_ticket_hears_that_the_responsible_released_it() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.released(CARLA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Laura Bassi: owner");
        assertThat(notTold(line)).containsExactly("Carla Neri: responsible, actor");
    }

    @Test
    void a_change_of_owner_reaches_the_new_owner_and_the_responsible() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.givenTo(Operator.PIERO, MARIO);
        assertThat(told(line)).containsExactly("Piero Gatti: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void a_change_of_responsible_reaches_the_new_one_and_the_owner() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.answeredForBy(Operator.PIERO, CARLA);
        assertThat(told(line)).containsExactly("Mario Ferri: owner", "Piero Gatti: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void a_move_reaches_the_customer_the_people_after_it_and_the_new_queue() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.movedTo(Place.GUASTI, LAURA);
        assertThat(told(line))
                .containsExactly(
                        "Giulia Moretti: customer_user",
                        "Mario Ferri: owner",
                        "Carla Neri: responsible",
                        "Piero Gatti: queue_agents");
        assertThat(notTold(line))
                .containsExactlyInAnyOrder(
                        "Mario Ferri: queue_agents, told_already", "Carla Neri: queue_agents, told_already");
    }

    @Test
    void a_visible_note_reaches_the_customer_the_owner_and_the_responsible() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.noted("Il ricambio arriva domani.", true, Operator.PIERO);
        assertThat(told(line))
                .containsExactly("Paolo Galli: customer_user", "Mario Ferri: owner", "Carla Neri: responsible");
    }

    @Test
    void an_answer_goes_to_the_customer_and_the_responsible_is_told_but_not_its_author() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.answered("Quale fascia oraria?", LAURA);
        assertThat(told(line)).containsExactly("Carla Neri: responsible");
        assertThat(notTold(line))
                .containsExactly("Giulia Moretti: customer_user, written_to", "Laura Bassi: owner, actor");
    }

    @Test
    void an_answer_that_closes_is_the_mail_and_the_closing_is_told() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.answeredLast("Impostato.", LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
    }

    @Test
    void an_answer_that_goes_to_others_alone_is_told_to_the_customer() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.answeredTo("tecnico@roccalba.example", "", "Quale fascia oraria?", LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
    }

    @Test
    void who_is_called_by_name_is_told_once_and_only_if_the_queue_may_be_seen() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.notedFor("Guardi lei, @mario.ferri? E @nadia.costa, e @nessuno.", CARLA, Operator.PIERO);
        assertThat(told(line)).containsExactly("Mario Ferri: mentioned", "Piero Gatti: mentioned");
        assertThat(notTold(line))
                .contains("Mario Ferri: owner, told_already", "Carla Neri: responsible, actor")
                .noneMatch(entry -> entry.startsWith("Nadia"));
    }

    @Test
    void an_internal_note_reaches_owner_and_responsible_and_never_the_customer() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.noted("Il palo è corroso.", false, Operator.PIERO);
        assertThat(told(line)).containsExactly("Mario Ferri: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_telephone_call_reaches_owner_and_responsible_and_never_the_customer(Call call) {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.called(call, "Paolo Galli", Operator.PIERO);
        assertThat(told(line)).containsExactly("Mario Ferri: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void an_outgoing_mail_that_the_customer_may_read_reaches_the_customer_and_the_responsible() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.mailed("ditta@neri.example", "", true, MARIO);
        assertThat(told(line)).containsExactly("Paolo Galli: customer_user", "Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Mario Ferri: owner, actor");
    }

    @Test
    void an_internal_mail_to_others_is_not_told_to_the_customer() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.mailed("ditta@neri.example", "", false, MARIO);
        assertThat(told(line)).containsExactly("Carla Neri: responsible");
    }

    @Test
    void who_gets_the_mail_itself_is_not_told_of_it_too() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.mailed("Paolo <TECNICO@roccalba.example>", "carla.neri@valleservizi.example", true, MARIO);
        assertThat(told(line)).isEmpty();
        assertThat(notTold(line))
                .containsExactly(
                        "Paolo Galli: customer_user, written_to",
                        "Mario Ferri: owner, actor",
                        "Carla Neri: responsible, written_to");
    }

    @Test
    void the_customers_word_on_a_locked_ticket_reaches_owner_and_responsible() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.followedUp("Anche il sabato mattina.", GIULIA);
        assertThat(told(line)).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void the_customers_word_on_a_free_ticket_reaches_its_queue_too() {
        var lamp = Story.ofTheStreetLamp(beans);
        var line = lamp.followedUp("È spento anche il successivo.", PAOLO);
        assertThat(told(line))
                .containsExactly("Mario Ferri: owner", "Carla Neri: responsible", "Piero Gatti: queue_agents");
    }

    @Test
    void what_a_colleague_of_the_customer_user_writes_is_not_mailed_to_the_customer() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        assertThat(told(library.followedUp("Aggiungo una cosa.", PAOLO)))
                .containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_closing_either_way_reaches_the_customer_and_the_responsible(boolean successful) {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = library.closed(successful, "Programmato.", true, LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(notTold(line)).containsExactly("Laura Bassi: owner, actor");
    }

    @Test
    void the_owner_hears_of_a_closing_by_the_responsible() {
        var lamp = Story.ofTheStreetLamp(beans);
        lamp.locked(MARIO);
        var line = lamp.closed(true, "Lampada sostituita.", true, CARLA);
        assertThat(told(line)).containsExactly("Paolo Galli: customer_user", "Mario Ferri: owner");
        assertThat(notTold(line)).containsExactly("Carla Neri: responsible, actor");
    }

    @Test
    void the_end_of_waiting_reaches_owner_and_responsible_of_a_ticket_in_hand() {
        var library = Story.ofTheLibrary(beans);
        library.postponed(State.PENDING_REMINDER, null, LAURA);
        var line = library.dayCame();
        assertThat(told(line)).containsExactly("Laura Bassi: owner", "Carla Neri: responsible");
        assertThat(notTold(line)).isEmpty();
    }

    @Test
    void the_end_of_waiting_on_a_free_ticket_reaches_its_queue_too() {
        var library = Story.ofTheLibrary(beans);
        library.postponed(State.PENDING_REMINDER, null, LAURA);
        library.released(LAURA);
        assertThat(told(library.dayCame()))
                .containsExactly("Laura Bassi: owner", "Carla Neri: responsible", "Mario Ferri: queue_agents");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"PENDING_CLOSE_SUCCESSFUL", "PENDING_CLOSE_UNSUCCESSFUL"})
    void a_closing_by_the_house_is_told_like_any_closing(State pending) {
        var library = Story.ofTheLibrary(beans);
        library.postponed(pending, null, LAURA);
        var line = library.dayCame();
        assertThat(told(line))
                .containsExactly("Giulia Moretti: customer_user", "Laura Bassi: owner", "Carla Neri: responsible");
    }

    @Test
    void putting_a_ticket_aside_reaches_the_customer_and_the_responsible_as_every_change_of_state_does() {
        var library = Story.ofTheLibrary(beans);
        assertThat(told(library.postponed(State.PENDING_REMINDER, null, LAURA)))
                .containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(told(library.postponed(State.PENDING_CLOSE_SUCCESSFUL, "Manca il pezzo.", LAURA)))
                .containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(db.sql("""
                        select l.to_address || ': ' || (l.text_body like '%Manca il pezzo.%')
                          from letter l
                         where l.text_body like '%in attesa%'
                         order by l.id desc
                         limit 2
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "biblioteca@roccalba.example: false", "carla.neri@valleservizi.example: true");
    }

    @Test
    void another_day_alone_is_no_other_state_and_told_only_with_a_word_on_why() {
        var library = Story.ofTheLibrary(beans);
        library.postponed(State.PENDING_REMINDER, null, LAURA);
        assertThat(told(library.postponed(State.PENDING_REMINDER, null, LAURA))).isEmpty();
        assertThat(told(library.postponed(State.PENDING_REMINDER, "Manca ancora.", LAURA)))
                .containsExactly("Carla Neri: responsible");
    }

    @Test
    void putting_a_free_ticket_aside_is_one_piece_of_news_though_it_locks() {
        var library = Story.ofTheLibrary(beans);
        library.postponed(State.PENDING_REMINDER, null, LAURA);
        assertThat(customerTold(library)).containsExactly("opened_unowned", "postponed");

        var again = Story.ofTheLibrary(beans);
        again.notedAndWaiting("Manca il pezzo.", LAURA);
        assertThat(customerTold(again)).containsExactly("opened_unowned", "postponed");
    }

    @Test
    void opening_again_is_told_like_the_word_on_why() {
        var lamp = Story.ofTheStreetLamp(beans);
        lamp.locked(MARIO);
        lamp.closed(true, "Sostituita.", true, CARLA);
        assertThat(told(lamp.reopened("Si è spenta di nuovo.", true, CARLA)))
                .containsExactly("Paolo Galli: customer_user", "Mario Ferri: owner");
        lamp.locked(MARIO);
        lamp.closed(true, "Sostituita ancora.", true, CARLA);
        assertThat(told(lamp.reopened("Da ricontrollare.", false, CARLA))).containsExactly("Mario Ferri: owner");
    }

    @Test
    void a_merge_is_told_to_the_people_of_both_tickets_and_to_no_customer() {
        var lamp = Story.ofTheStreetLamp(beans);
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var line = lamp.mergedInto(library, CARLA);
        assertThat(told(line)).containsExactly("Laura Bassi: owner");
        assertThat(notTold(line)).containsExactly("Carla Neri: responsible, actor");
        var away = db.sql("select id from ticket_history where ticket_id = :ticket and type = 'merged'")
                .param("ticket", lamp.id().value())
                .query(Long.class)
                .single();
        assertThat(told(new HistoryId(away))).containsExactly("Mario Ferri: owner");
    }

    @Test
    void who_watches_hears_what_owner_and_responsible_hear() {
        var library = Story.ofTheLibrary(beans);
        library.watched(NADIA);
        assertThat(told(library.locked(LAURA))).endsWith("Carla Neri: responsible", "Nadia Costa: watchers");
        assertThat(told(library.noted("Sentito il tecnico.", false, LAURA)))
                .containsExactly("Carla Neri: responsible", "Nadia Costa: watchers");
        assertThat(told(library.followedUp("Anche il sabato.", GIULIA))).endsWith("Nadia Costa: watchers");
        assertThat(told(library.released(LAURA))).endsWith("Nadia Costa: watchers");
        library.postponed(State.PENDING_REMINDER, null, LAURA);
        assertThat(told(library.dayCame())).endsWith("Nadia Costa: watchers");
        assertThat(told(library.closed(true, "Fatto.", false, LAURA))).endsWith("Nadia Costa: watchers");
    }

    @Test
    void who_watches_is_told_once_and_not_of_the_own_doings() {
        var library = Story.ofTheLibrary(beans);
        library.watched(CARLA);
        library.watched(LAURA);
        var line = library.locked(LAURA);
        assertThat(told(line)).containsExactly("Giulia Moretti: customer_user", "Carla Neri: responsible");
        assertThat(notTold(line))
                .containsExactlyInAnyOrder(
                        "Laura Bassi: owner, actor",
                        "Carla Neri: watchers, told_already",
                        "Laura Bassi: watchers, actor");
    }

    @Test
    void who_watches_hears_nothing_once_the_ticket_is_out_of_sight() {
        var library = Story.ofTheLibrary(beans);
        library.watched(NADIA);
        var line = library.movedTo(Place.GUASTI, LAURA);
        assertThat(told(line)).doesNotContain("Nadia Costa: watchers");
        assertThat(notTold(line)).contains("Nadia Costa: watchers, no_permission");
    }

    @Test
    void a_change_of_priority_is_told_to_nobody() {
        var library = Story.ofTheLibrary(beans);
        var line = library.prioritised(LAURA);
        assertThat(ledger.of(line)).isEmpty();
    }

    @Test
    void a_change_of_state_is_told_with_the_event_that_brought_it() {
        var library = Story.ofTheLibrary(beans);
        library.locked(LAURA);
        var changes = db.sql("select id from ticket_history where ticket_id = :ticket and type = 'state_changed'")
                .param("ticket", library.id().value())
                .query(Long.class)
                .list();
        assertThat(changes).hasSize(1);
        assertThat(ledger.of(new HistoryId(changes.getFirst()))).isEmpty();
    }

    private List<String> customerTold(Story story) {
        return db.sql("""
                select r.event
                  from notification n
                  join notification_rule r on r.id = n.rule_id
                 where n.ticket_id = :ticket
                   and r.audience = 'customer_user'
                   and n.letter_id is not null
                 order by n.id
                """)
                .param("ticket", story.id().value())
                .query(String.class)
                .list();
    }

    private List<String> told(HistoryId line) {
        return new Told(ledger).of(line);
    }

    private List<String> notTold(HistoryId line) {
        return new Told(ledger).notOf(line);
    }
}
