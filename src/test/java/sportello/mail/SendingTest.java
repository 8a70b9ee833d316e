package sportello.mail;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_ACCEPTING;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.database.OwnDatabase;

/** What could make one letter two: lines, databases and nodes that fail at the wrong moment. */
@SpringBootTest(classes = Day.Ground.class)
@OwnDatabase
class SendingTest {

    @Autowired
    Day day;

    @Autowired
    Outbox outbox;

    @Autowired
    Sending sending;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void begin() {
        day.begin();
    }

    @Test
    void a_line_that_drops_after_the_yes_causes_no_second_copy() {
        day.server().next(DROPS_AFTER_ACCEPTING);
        var letter = outbox.post(Given.letter("nuovo"));

        day.pass(Duration.ZERO);
        day.pass(ofDays(1));

        assertThat(day.server().accepted()).hasSize(1);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void a_database_that_fails_after_the_yes_causes_no_second_copy() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("alter table letter add constraint no_note check (state <> 'sent') not valid")
                .update();
        day.pass(Duration.ZERO);
        day.pass(ofMinutes(10));
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.WAITING);

        db.sql("alter table letter drop constraint no_note").update();
        day.pass(ofMinutes(90));

        assertThat(day.server().accepted()).hasSize(1);
        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(letter).answer()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(day.jobs()).isEmpty();
    }

    @Test
    void a_job_that_runs_again_for_a_letter_that_is_gone_sends_nothing() {
        var letter = outbox.post(Given.letter("nuovo"));
        day.pass(Duration.ZERO);

        assertThat(sending.send(letter)).isEqualTo(new Sending.Next.Done());

        assertThat(day.server().accepted()).hasSize(1);
    }

    @Test
    void of_many_who_send_the_same_letter_at_once_one_does() throws Exception {
        var letter = outbox.post(Given.letter("nuovo"));
        Callable<Sending.Next> trying = () -> sending.send(letter);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node :
                    nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> trying).toList())) node.get();
        }

        assertThat(day.server().read()).hasSize(1);
        assertThat(day.delivery(letter).attempts()).isEqualTo(1);
    }

    @Test
    void a_node_that_died_while_sending_holds_a_letter_for_minutes_only() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("update letter set claimed_until = now() + interval '1 minute', attempts = 1 where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(Duration.ZERO);
        assertThat(day.server().read()).isEmpty();

        db.sql("update letter set claimed_until = now() - interval '1 second' where id = :id")
                .param("id", letter.value())
                .update();
        day.pass(ofMinutes(3));

        assertThat(day.delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(day.delivery(letter).attempts()).isEqualTo(2);
    }
}
