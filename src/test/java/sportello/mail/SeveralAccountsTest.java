package sportello.mail;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.relay.AccountBack;
import sportello.relay.AccountStopped;

/** Mail leaves by the account of its sender; where one does not work only its own letters wait. */
@SportelloTest
@Transactional
@RecordApplicationEvents
class SeveralAccountsTest {
    private static final Recipient FAULTS = new Recipient("Guasti", "Guasti@valle.example");

    @Autowired
    Outbox outbox;

    @Autowired
    Sending sending;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationEvents events;

    private ScriptedServer standard;
    private ScriptedServer faults;

    @BeforeEach
    void open() throws IOException {
        Cast.onStage(db);
        standard = new ScriptedServer();
        faults = new ScriptedServer();
        keep("Posta", true, standard);
        keep("Guasti", false, faults);
        db.sql(
                        "insert into relay_sender (address, relay_id) select 'guasti@valle.example', id from relay where name = 'Guasti'")
                .update();
    }

    private void keep(String name, boolean isStandard, ScriptedServer server) {
        db.sql("""
                insert into relay (name, standard, host, port, encryption)
                values (:name, :standard, '127.0.0.1', :port, 'NONE')
                """)
                .param("name", name)
                .param("standard", isStandard)
                .param("port", server.address().port())
                .update();
    }

    @AfterEach
    void close() throws IOException {
        standard.close();
        faults.close();
    }

    @Test
    void each_sender_has_the_account_that_takes_its_mail_and_all_others_the_standard() {
        sending.send(outbox.post(Given.letter("nuovo").sentBy(FAULTS)));
        sending.send(outbox.post(Given.letter("nuovo").sentBy(new Recipient("", "altro@valle.example"))));
        sending.send(outbox.post(Given.letter("nuovo")));

        assertThat(faults.accepted()).hasSize(1);
        assertThat(standard.accepted()).hasSize(2);
        assertThat(number("select count(*) from relay where last_sent_at is not null"))
                .isEqualTo(2);
    }

    @Test
    void an_account_out_of_use_leaves_its_mail_to_the_standard() {
        db.sql("update relay set valid = false where name = 'Guasti'").update();

        sending.send(outbox.post(Given.letter("nuovo").sentBy(FAULTS)));

        assertThat(standard.accepted()).hasSize(1);
    }

    @Test
    void while_one_does_not_work_its_letters_wait_untried_and_the_others_go() throws IOException {
        faults.close();
        var first = outbox.post(Given.letter("uno").sentBy(FAULTS));
        var second = outbox.post(Given.letter("due").sentBy(FAULTS));

        sending.send(first);
        var waits = sending.send(second);
        sending.send(outbox.post(Given.letter("altro")));

        assertThat(standard.accepted()).hasSize(1);
        assertThat(delivery(first))
                .extracting(Delivery::state, Delivery::attempts)
                .containsExactly(LetterState.WAITING, 1);
        assertThat(delivery(second))
                .extracting(Delivery::state, Delivery::attempts)
                .containsExactly(LetterState.WAITING, 0);
        assertThat(waits)
                .isInstanceOfSatisfying(
                        Sending.Next.Again.class,
                        again -> assertThat(again.at()).isAfter(clock.instant()));
        assertThat(text("select last_error from relay where name = 'Guasti'")).isNotEmpty();
        assertThat(text("select last_error from relay where name = 'Posta'")).isEmpty();
    }

    @Test
    void of_those_who_wait_one_sees_whether_it_is_back_and_then_all_leave() throws IOException {
        faults.close();
        var first = outbox.post(Given.letter("uno").sentBy(FAULTS));
        var second = outbox.post(Given.letter("due").sentBy(FAULTS));
        sending.send(first);
        rested();
        sending.send(first);
        sending.send(second);
        assertThat(delivery(first).attempts()).isEqualTo(2);
        assertThat(delivery(second).attempts()).as("another tries").isZero();

        faults.open();
        rested();
        sending.send(second);
        sending.send(first);

        assertThat(faults.accepted()).hasSize(2);
        assertThat(number("select count(*) from relay where failing_since is not null"))
                .isZero();
    }

    @Test
    void whoever_hopes_that_it_works_again_tries_it_at_once() throws IOException {
        faults.close();
        var letter = outbox.post(Given.letter("uno").sentBy(FAULTS));
        sending.send(letter);
        faults.open();

        outbox.tryNow(letter);
        sending.send(letter);

        assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void one_that_stands_still_is_called_out_once_and_once_when_it_is_back() throws IOException {
        faults.close();
        var letter = outbox.post(Given.letter("uno").sentBy(FAULTS));
        sending.send(letter);
        assertThat(events.stream(AccountStopped.class)).isEmpty();
        failingSince(ofMinutes(11));
        for (var round = 0; round < 2; round++) {
            rested();
            sending.send(letter);
        }
        assertThat(events.stream(AccountStopped.class))
                .extracting(AccountStopped::name)
                .containsExactly("Guasti");
        assertThat(subjects()).contains("La posta non parte dall’account Guasti");

        faults.open();
        rested();
        sending.send(letter);

        assertThat(events.stream(AccountBack.class)).containsExactly(new AccountBack("Guasti"));
        assertThat(subjects()).contains("L’account Guasti funziona di nuovo");
    }

    @Test
    void what_has_waited_too_long_is_given_up_though_the_account_rests() throws IOException {
        faults.close();
        var old = outbox.post(Given.letter("uno").sentBy(FAULTS));
        sending.send(outbox.post(Given.letter("due").sentBy(FAULTS)));
        db.sql("update letter set created_at = :then where id = :id")
                .param("then", Timestamp.from(clock.instant().minus(ofDays(6))))
                .param("id", old.value())
                .update();

        sending.send(old);

        assertThat(delivery(old).state()).isEqualTo(LetterState.FAILED);
    }

    private void rested() {
        db.sql("update relay set rests_until = :now where rests_until is not null")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void failingSince(Duration ago) {
        db.sql("update relay set failing_since = :then where failing_since is not null")
                .param("then", Timestamp.from(clock.instant().minus(ago)))
                .update();
    }

    private Delivery delivery(LetterId letter) {
        return letters.deliveries(List.of(letter)).get(letter);
    }

    private List<String> subjects() {
        return db.sql("select subject from letter").query(String.class).list();
    }

    private long number(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private String text(String sql) {
        return db.sql(sql).query(String.class).single();
    }
}
