package sportello.mail;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_RECIPIENT;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_ACCEPTING;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_THE_DOT;
import static sportello.mail.ScriptedServer.Mood.IS_BUSY;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_RECIPIENT;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.TestClock;
import sportello.database.OwnDatabase;
import sportello.settings.SmtpServer;

/** Letters on their way out, with a real mail server's whims and a clock that the test moves. */
@SpringBootTest(classes = OutboxTest.Ground.class)
@OwnDatabase
class OutboxTest {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.+)$");

    /** The ground floor without the runner of jobs, whose part the test plays. */
    @EnableAutoConfiguration
    @ComponentScan(
            value = {"sportello.settings", "sportello.database", "sportello.jobs", "sportello.mail"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*JobRunner|.*LetterPaper"))
    static class Ground {

        @Bean
        TestClock clock() {
            return new TestClock(Given.MORNING);
        }

        @Bean(destroyMethod = "close")
        ScriptedServer server() throws IOException {
            return new ScriptedServer();
        }

        @Bean
        SmtpServer address(ScriptedServer server) {
            return server.address();
        }
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    ScriptedServer server;

    @Autowired
    TestClock clock;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    Sending sending;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<Task<?>> tasks;

    ManualScheduler jobs;

    @BeforeEach
    void begin() {
        db.sql("delete from scheduled_tasks").update();
        server.forget();
        jobs = TestHelper.createManualScheduler(database, tasks)
                .clock(new SettableClock())
                .build();
    }

    @AfterEach
    void end() {
        jobs.stop();
    }

    @Test
    void a_letter_goes_out_once_and_the_servers_answer_is_kept() {
        var letter = outbox.post(Given.letter("nuovo"));

        pass(Duration.ZERO);
        pass(ofDays(1));

        assertThat(server.accepted()).hasSize(1);
        var delivery = delivery(letter);
        assertThat(delivery.state()).isEqualTo(LetterState.SENT);
        assertThat(delivery.answer()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(delivery.attempts()).isEqualTo(1);
        assertThat(delivery.sentAt()).isEqualTo(delivery.triedAt()).isEqualTo(delivery.createdAt());
        assertThat(jobs.getScheduledExecutions()).isEmpty();
    }

    @Test
    void a_letter_waits_for_its_transaction_and_is_not_sent_if_that_comes_to_nothing() {
        transaction.executeWithoutResult(status -> {
            outbox.post(Given.letter("mai"));
            status.setRollbackOnly();
        });

        pass(Duration.ZERO);

        assertThat(server.accepted()).isEmpty();
        assertThat(jobs.getScheduledExecutions()).isEmpty();
    }

    @Test
    void a_server_in_a_bad_mood_gets_it_later_once_and_under_the_same_message_id() {
        server.next(IS_BUSY, DEFERS_THE_RECIPIENT, DEFERS_THE_MAIL, DROPS_AFTER_THE_DOT);
        var letter = outbox.post(Given.letter("nuovo"));

        pass(Duration.ZERO);
        assertThat(delivery(letter).state()).isEqualTo(LetterState.WAITING);
        assertThat(delivery(letter).answer()).contains("421 4.3.2 too busy");
        for (var hour = 0; hour < 10; hour++) pass(ofMinutes(60));

        assertThat(server.accepted()).hasSize(1);
        assertThat(server.read()).hasSize(3);
        assertThat(server.read().stream().map(OutboxTest::messageId).distinct())
                .containsExactly(delivery(letter).messageId());
        assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(delivery(letter).attempts()).isEqualTo(5);
    }

    @Test
    void while_the_server_is_down_letters_wait_and_all_go_out_once_when_it_is_back() throws IOException {
        server.close();
        var posted = IntStream.range(0, 20)
                .mapToObj(i -> outbox.post(Given.letter("nuovo " + i)))
                .toList();
        for (var quarter = 0; quarter < 8; quarter++) pass(ofMinutes(15));
        assertThat(posted).allSatisfy(letter -> {
            assertThat(delivery(letter).state()).isEqualTo(LetterState.WAITING);
            assertThat(delivery(letter).attempts()).isGreaterThan(2);
            assertThat(delivery(letter).answer()).contains("Connection refused");
        });

        server.open();
        for (var hour = 0; hour < 3; hour++) pass(ofMinutes(60));

        assertThat(server.accepted()).hasSize(20);
        assertThat(server.accepted().stream().map(OutboxTest::messageId).distinct())
                .hasSize(20);
        assertThat(posted)
                .allSatisfy(letter -> assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT));
    }

    @Test
    void a_refusal_for_ever_ends_it_at_once_and_says_why() {
        server.next(REFUSES_THE_RECIPIENT, REFUSES_THE_MAIL);
        var unknown = outbox.post(Given.letter("uno"));
        pass(Duration.ZERO);
        var spam = outbox.post(Given.letter("due"));
        pass(Duration.ZERO);
        pass(ofDays(1));

        assertThat(delivery(unknown).state()).isEqualTo(LetterState.FAILED);
        assertThat(delivery(unknown).answer()).isEqualTo("550 5.1.1 no such user");
        assertThat(delivery(spam).state()).isEqualTo(LetterState.FAILED);
        assertThat(delivery(spam).answer()).isEqualTo("554 5.7.1 looks like spam");
        assertThat(server.accepted()).isEmpty();
        assertThat(jobs.getScheduledExecutions()).isEmpty();
    }

    @Test
    void after_five_days_it_is_given_up_with_the_last_answer() throws IOException {
        server.close();
        var letter = outbox.post(Given.letter("nuovo"));

        for (var hours = 0; hours < 4 * 24; hours += 2) pass(Duration.ofHours(2));
        assertThat(delivery(letter).state()).isEqualTo(LetterState.WAITING);
        for (var hours = 0; hours < 2 * 24; hours += 2) pass(Duration.ofHours(2));

        assertThat(delivery(letter).state()).isEqualTo(LetterState.FAILED);
        assertThat(delivery(letter).answer()).contains("Connection refused");
        assertThat(jobs.getScheduledExecutions()).isEmpty();
        server.open();
    }

    @Test
    void a_line_that_drops_after_the_yes_causes_no_second_copy() {
        server.next(DROPS_AFTER_ACCEPTING);
        var letter = outbox.post(Given.letter("nuovo"));

        pass(Duration.ZERO);
        pass(ofDays(1));

        assertThat(server.accepted()).hasSize(1);
        assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT);
    }

    @Test
    void a_database_that_fails_after_the_yes_causes_no_second_copy() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("alter table letter add constraint no_note check (state <> 'sent') not valid")
                .update();
        pass(Duration.ZERO);
        pass(ofMinutes(10));
        assertThat(delivery(letter).state()).isEqualTo(LetterState.WAITING);

        db.sql("alter table letter drop constraint no_note").update();
        pass(ofMinutes(90));

        assertThat(server.accepted()).hasSize(1);
        assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(delivery(letter).answer()).isEqualTo("250 2.0.0 queued as 4711");
        assertThat(jobs.getScheduledExecutions()).isEmpty();
    }

    @Test
    void a_job_that_runs_again_for_a_letter_that_is_gone_sends_nothing() {
        var letter = outbox.post(Given.letter("nuovo"));
        pass(Duration.ZERO);

        assertThat(sending.send(letter)).isEqualTo(new Sending.Next.Done());

        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void of_many_who_send_the_same_letter_at_once_one_does() throws Exception {
        var letter = outbox.post(Given.letter("nuovo"));
        Callable<Sending.Next> trying = () -> sending.send(letter);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node :
                    nodes.invokeAll(IntStream.range(0, 8).mapToObj(i -> trying).toList())) node.get();
        }

        assertThat(server.read()).hasSize(1);
        assertThat(delivery(letter).attempts()).isEqualTo(1);
    }

    @Test
    void a_node_that_died_while_sending_holds_a_letter_for_minutes_only() {
        var letter = outbox.post(Given.letter("nuovo"));
        db.sql("update letter set claimed_until = now() + interval '1 minute', attempts = 1 where id = :id")
                .param("id", letter.value())
                .update();
        pass(Duration.ZERO);
        assertThat(server.read()).isEmpty();

        db.sql("update letter set claimed_until = now() - interval '1 second' where id = :id")
                .param("id", letter.value())
                .update();
        pass(ofMinutes(3));

        assertThat(delivery(letter).state()).isEqualTo(LetterState.SENT);
        assertThat(delivery(letter).attempts()).isEqualTo(2);
    }

    @Test
    void the_same_house_names_its_letters() {
        var delivery = delivery(outbox.post(Given.letter("nuovo")));

        assertThat(delivery.messageId().value()).endsWith("@localhost>");
        assertThat(outbox.thread("ticket-105")).isEqualTo(new MessageId("<ticket-105@localhost>"));
        assertThat(outbox.hasServer()).isTrue();
        assertThat(letters.deliveries(List.of())).isEmpty();
    }

    /** Time passes, and the jobs that became due are done. */
    private void pass(Duration time) {
        clock.advance(time);
        jobs.setTime(clock.instant());
        jobs.runAnyDueExecutions();
    }

    private Delivery delivery(LetterId letter) {
        return letters.deliveries(List.of(letter)).get(letter);
    }

    private static MessageId messageId(String mail) {
        var line = MESSAGE_ID.matcher(mail);
        assertThat(line.find()).isTrue();
        return new MessageId(line.group(1));
    }
}
